package io.github.partnercenter4j.cli.signin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.partnercenter4j.cli.file.ReadError;
import io.github.partnercenter4j.cli.option.StoreOption;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file in which a sign-in is kept between two runs: to what, and the tokens. Its owner alone can read it. */
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
     * Finds the sign-in.
     *
     * @return null if there is none
     * @throws CredentialException if the file can not be read, or is something else
     */
    @Nullable
    public SignIn load() {
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
            throw somethingElse();
        }
    }

    /** Where the tokens of a sign-in are kept: beside it. */
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
     * @return whether there was one
     * @throws CredentialException if it can not be deleted, or the file is something else
     */
    public boolean delete() {
        if (load() == null) {
            return false;
        }
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new CredentialException(
                    "The file " + path + " can not be deleted (" + ReadError.why(path, e) + "). Delete it by hand",
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
            // Its message may quote the tokens.
        }
        throw somethingElse();
    }

    private CredentialException somethingElse() {
        return new CredentialException(
                "The file " + path
                        + " holds something else than 'pcorders login' keeps. Delete it, or name another with" + " "
                        + StoreOption.NAME,
                null);
    }
}
