package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Stores the tokens of an {@link EntraCredential}: the refresh token, which changes with each refresh, and the access
 * token. Implement it with your own vault, or use {@link #file(Path)}.
 *
 * <p>The tokens are one text of a few thousand characters. It is a secret: anyone who has it can act as the user. Several
 * processes may share a store: a credential that finds newer tokens in it uses them. Implement {@link #tryLock()} too, so
 * that two processes do not refresh at the same time.
 */
public interface TokenStore {

    /**
     * Returns the text that was saved last.
     *
     * @return the text, or null if nothing was saved yet or the sign-in was deleted
     * @throws RuntimeException if the store cannot be read; the call then fails with a {@link CredentialException}
     */
    @Nullable
    String load();

    /**
     * Saves a text and replaces the previous one.
     *
     * @param tokens the text; a secret
     * @throws RuntimeException if it cannot be saved. {@link EntraCredential#signIn} then fails; a call uses the tokens all
     *     the same, the credential keeps them in memory, and the failure is logged as a warning
     */
    void save(String tokens);

    /**
     * Finds out whether {@link #save} will work, as far as that is possible without saving. Called before a person is asked
     * to sign in. Does nothing by default.
     *
     * @throws RuntimeException if it will not; the person is not asked, and the call fails with a {@link
     *     CredentialException}
     */
    default void requireWritable() {}

    /**
     * Tries to lock the store, so that only one process refreshes the tokens at a time. Called again and again until it
     * succeeds or the calls that wait for the token have timed out. The lock must end when its process ends. By default
     * there is no lock, and this always succeeds.
     *
     * @return the lock, or null if another process or thread holds it; never waits
     * @throws RuntimeException if that cannot be found out; the call then fails with a {@link CredentialException}
     */
    default @Nullable Lock tryLock() {
        return () -> {};
    }

    /** A lock on a store. */
    @FunctionalInterface
    interface Lock extends AutoCloseable {

        /** Releases the lock. */
        @Override
        void close();
    }

    /**
     * Stores the text in a file that only its owner can read and write. The file is replaced atomically, and missing
     * folders are created. A file that cannot be replaced, because it was mounted or its folder is read-only, is written in
     * place. A symbolic link stays a link. An empty file holds nothing. While it is locked, an empty file is beside it, with
     * {@code .lock} added to the name.
     *
     * @param file the file; it need not exist yet
     * @return a store in this file
     */
    static TokenStore file(Path file) {
        return new FileTokenStore(file);
    }
}
