package io.github.partnercenter4j.client.internal.environment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.entra.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file that keeps a sign-in and its tokens between two runs. Only its owner can read it. */
public final class SignInFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LOCK_POLL = Duration.ofMillis(20);
    private static final int LOCK_POLLS = 500;
    private static final int POLLS_TO_READ = 50;
    private static final String TENANT = "tenant";
    private static final String CLIENT_ID = "clientId";
    private static final String CLOUD = "cloud";
    private static final String AUTHORITY = "authority";
    private static final String TOKENS = "tokens";

    private final Path path;
    private final String option;
    private final TokenStore text;
    private final Runnable lockPause;

    /**
     * Names the file.
     *
     * @param option what a user can name another file with, such as --store
     */
    public SignInFile(Path path, String option) {
        this(path, option, () -> LockSupport.parkNanos(LOCK_POLL.toNanos()));
    }

    SignInFile(Path path, String option, Runnable lockPause) {
        this.path = path.toAbsolutePath();
        this.option = option;
        this.text = TokenStore.file(path);
        this.lockPause = lockPause;
    }

    public Path path() {
        return path;
    }

    /**
     * Reads the sign-in.
     *
     * @return null if the file does not exist or is empty
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

    /**
     * Returns the store that keeps the tokens of a sign-in in this file.
     *
     * @param warning is told in a sentence if refreshed tokens cannot be saved
     */
    public TokenStore tokens(SignIn signIn, Consumer<String> warning) {
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
                try {
                    text.save(content.toString());
                } catch (CredentialException e) {
                    CredentialException named = named(e);
                    warning.accept(String.valueOf(named.getMessage()));
                    throw named;
                }
            }

            @Override
            public void requireWritable() {
                SignInFile.this.requireWritable();
            }

            @Override
            public @Nullable Lock tryLock() {
                return text.tryLock();
            }
        };
    }

    /**
     * Checks that a sign-in can be kept in this file.
     *
     * @throws CredentialException if it cannot
     */
    public void requireWritable() {
        try {
            text.requireWritable();
        } catch (CredentialException e) {
            throw named(e);
        }
    }

    /** Adds how the user can name another file to an exception that ends with this advice. */
    private CredentialException named(CredentialException e) {
        return new CredentialException(e.getMessage() + ", with " + option, e.getCause());
    }

    /**
     * Deletes the sign-in. Empties a file that cannot be deleted, such as one that was mounted. A symbolic link stays, and
     * the file that it leads to is deleted.
     *
     * @return false if there was none
     * @throws CredentialException if the file can neither be deleted nor emptied, or is not a sign-in file
     */
    public boolean delete() {
        if (load() == null) {
            return false;
        }
        erase();
        // A process that refreshes the tokens may be about to save them: wait for it, and look again.
        TokenStore.Lock lock = lock(LOCK_POLLS);
        try (lock) {
            if (load() != null) {
                erase();
            }
        }
        return true;
    }

    private void erase() {
        try {
            Path target = path.toRealPath();
            try {
                Files.delete(target);
            } catch (NoSuchFileException e) {
                throw e;
            } catch (IOException e) {
                Files.write(target, new byte[0], StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (NoSuchFileException e) {
            // Deleted by somebody else.
        } catch (IOException e) {
            throw new CredentialException(
                    "The file " + path + " cannot be deleted (" + ReadError.reason(path, e) + "). Delete it by hand",
                    null);
        }
    }

    /** Waits for the lock, but not for a process that hangs: that one sees that the file is gone. Null if it hangs. */
    private TokenStore.@Nullable Lock lock(int polls) {
        for (int poll = 0; poll < polls; poll++) {
            TokenStore.Lock lock = text.tryLock();
            if (lock != null) {
                return lock;
            }
            lockPause.run();
        }
        return null;
    }

    private @Nullable JsonNode content() {
        String kept = kept();
        if (kept == null) {
            return null;
        }
        JsonNode content = parse(kept);
        if (content == null) {
            // Another process may be writing it, which takes the lock: read it again.
            TokenStore.Lock lock = lock(POLLS_TO_READ);
            try (lock) {
                kept = kept();
            }
            if (kept == null) {
                return null;
            }
            content = parse(kept);
            if (content == null) {
                throw notASignIn();
            }
        }
        return content;
    }

    /** Returns null if the text is not a sign-in. */
    private static @Nullable JsonNode parse(String kept) {
        try {
            JsonNode content = JSON.readTree(kept);
            return content.path(TENANT).isTextual()
                            && content.path(CLIENT_ID).isTextual()
                            && content.path(TOKENS).isTextual()
                    ? content
                    : null;
        } catch (JacksonException e) {
            // Not passed on: its message may quote the tokens.
            return null;
        }
    }

    private @Nullable String kept() {
        try {
            return text.load();
        } catch (CredentialException e) {
            throw named(e);
        }
    }

    private CredentialException notASignIn() {
        return new CredentialException(
                "The file " + path + " is not a sign-in file of 'pcorders login'. Delete it, or name another file with "
                        + option,
                null);
    }
}
