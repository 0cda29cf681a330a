package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, saves and locks the sign-in in the token store. Tokens that could not be saved are kept in memory, because the old
 * ones may be of no use any more.
 */
final class StoredSignIn {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.partnercenter4j.client");
    private static final Duration LOCK_POLL = Duration.ofMillis(20);
    private static final int POLLS_BEFORE_SAVING = 500;

    private final TokenStore store;
    private final Sleeper sleeper;
    private volatile @Nullable Unsaved unsaved;

    /** Tokens that could not be saved, and what the store held then. */
    private record Unsaved(String tokens, @Nullable String held) {
        @Override
        public String toString() {
            return "Unsaved";
        }
    }

    /**
     * What was read.
     *
     * @param held the text of the store, or null if it held nothing
     */
    record Content(StoredTokens tokens, @Nullable String held) {}

    StoredSignIn(TokenStore store) {
        this(store, Sleeper.ofSystem());
    }

    StoredSignIn(TokenStore store, Sleeper sleeper) {
        this.store = store;
        this.sleeper = sleeper;
    }

    Content read(String authority, String clientId) {
        String held = load();
        Unsaved waiting = unsaved;
        boolean useUnsaved = waiting != null && Objects.equals(waiting.held(), held);
        return new Content(StoredTokens.read(useUnsaved ? waiting.tokens() : held, authority, clientId), held);
    }

    private @Nullable String load() {
        try {
            String text = store.load();
            return text == null || text.isBlank() ? null : text;
        } catch (RuntimeException e) {
            throw failed("read", e);
        }
    }

    /**
     * Saves refreshed tokens in place of what was read. If that fails, the tokens are kept in memory and a warning is
     * logged.
     *
     * @throws CredentialException if the store held a sign-in and holds none any more
     */
    void replace(Content before, String tokens) {
        if (before.held() != null && load() == null) {
            unsaved = null;
            throw signedOut();
        }
        try {
            save(before.held(), tokens);
        } catch (CredentialException e) {
            LOG.warn("The new tokens are used, but kept in memory only. {}", e.getMessage());
        }
    }

    /**
     * Saves the tokens of a new sign-in, whatever the store holds.
     *
     * @throws CredentialException if they cannot be saved; they are then kept in memory
     */
    void save(String tokens) {
        save(load(), tokens);
    }

    private void save(@Nullable String held, String tokens) {
        try {
            store.save(tokens);
            unsaved = null;
        } catch (RuntimeException e) {
            unsaved = new Unsaved(tokens, held);
            throw failed("written", e);
        }
    }

    void requireWritable() {
        try {
            store.requireWritable();
        } catch (RuntimeException e) {
            throw failed("written", e);
        }
    }

    /**
     * Waits for the lock.
     *
     * @throws CredentialException if nobody waits for the token any more
     */
    TokenStore.Lock lock(TokenAcquisition acquisition) {
        TokenStore.Lock lock = lock(acquisition, Integer.MAX_VALUE);
        if (lock == null) {
            throw new CredentialException("No token: another process held the lock of the token store", null);
        }
        return lock;
    }

    /** Waits some seconds for the lock, and then goes on without it: tokens of a person must not be lost. */
    TokenStore.Lock lockForSaving(TokenAcquisition acquisition) {
        TokenStore.Lock lock = lock(acquisition, POLLS_BEFORE_SAVING);
        return lock == null ? () -> {} : lock;
    }

    private TokenStore.@Nullable Lock lock(TokenAcquisition acquisition, int polls) {
        for (int poll = 0; poll < polls; poll++) {
            TokenStore.Lock lock = tryLock();
            if (lock != null) {
                acquisition.waitingFor("");
                return lock;
            }
            acquisition.waitingFor(", because another process holds the lock of the token store");
            if (acquisition.isAbandoned() || !sleep()) {
                return null;
            }
        }
        return null;
    }

    private TokenStore.@Nullable Lock tryLock() {
        try {
            return store.tryLock();
        } catch (RuntimeException e) {
            throw failed("locked", e);
        }
    }

    private boolean sleep() {
        try {
            sleeper.sleep(LOCK_POLL);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static CredentialException signedOut() {
        return new CredentialException(
                "No token: the sign-in was deleted from the token store, so the user is signed out. What to do: sign in"
                        + " again",
                null);
    }

    /** Has no cause, because the message of the store's exception may quote the tokens. */
    private static CredentialException failed(String verb, RuntimeException failure) {
        return failure instanceof CredentialException known
                ? known
                : new CredentialException(
                        "No token: the token store cannot be " + verb + ". It failed with "
                                + failure.getClass().getName() + ". What to do: check your TokenStore",
                        null);
    }
}
