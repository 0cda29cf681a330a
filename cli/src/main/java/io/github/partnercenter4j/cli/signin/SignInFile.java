package io.github.partnercenter4j.cli.signin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.partnercenter4j.cli.file.ReadError;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.entra.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file that keeps a sign-in and its tokens between two runs. Only its owner can read it. */
public final class SignInFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TENANT = "tenant";
    private static final String CLIENT_ID = "clientId";
    private static final String CLOUD = "cloud";
    private static final String AUTHORITY = "authority";
    private static final String TOKENS = "tokens";

    private final Path path;
    private final TokenStore text;

    public SignInFile(Path path) {
        this.path = path.toAbsolutePath();
        this.text = TokenStore.file(path);
    }

    public Path path() {
        return path;
    }

    /**
     * Reads the sign-in.
     *
     * @return null if the file does not exist
     * @throws CredentialException if the file cannot be read, or is not a sign-in file
     */
    public @Nullable SignIn load() {
        JsonNode content = content();
        if (content == null) {
            return null;
        }
        try {
            return new SignIn(
                    content.path(TENANT).textValue(),
                    content.path(CLIENT_ID).textValue(),
                    Cloud.valueOf(content.path(CLOUD).asText()),
                    content.path(AUTHORITY).textValue());
        } catch (IllegalArgumentException e) {
            throw notASignIn();
        }
    }

    /** Returns the store that keeps the tokens of a sign-in in this file. */
    public TokenStore tokens(SignIn signIn) {
        return new TokenStore() {
            @Override
            public @Nullable String load() {
                JsonNode content = content();
                return content == null ? null : content.path(TOKENS).textValue();
            }

            @Override
            public void save(String tokens) {
                ObjectNode content = JSON.createObjectNode()
                        .put(TENANT, signIn.tenant())
                        .put(CLIENT_ID, signIn.clientId())
                        .put(CLOUD, signIn.cloud().name())
                        .put(AUTHORITY, signIn.authority())
                        .put(TOKENS, tokens);
                text.save(content.toString());
            }
        };
    }

    /**
     * Deletes the sign-in.
     *
     * @return false if the file did not exist
     * @throws CredentialException if the file cannot be deleted, or is not a sign-in file
     */
    public boolean delete() {
        if (load() == null) {
            return false;
        }
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new CredentialException(
                    "The file " + path + " cannot be deleted (" + ReadError.reason(path, e) + "). Delete it by hand",
                    null);
        }
    }

    private @Nullable JsonNode content() {
        String kept = text.load();
        if (kept == null) {
            return null;
        }
        try {
            JsonNode content = JSON.readTree(kept);
            if (content.path(TENANT).isTextual()
                    && content.path(CLIENT_ID).isTextual()
                    && content.path(TOKENS).isTextual()) {
                return content;
            }
        } catch (JacksonException e) {
            // Not passed on: its message may quote the tokens.
        }
        throw notASignIn();
    }

    private CredentialException notASignIn() {
        return new CredentialException(
                "The file " + path
                        + " is not a sign-in file of 'pcorders login'. Delete it, or name another file with --store",
                null);
    }
}
