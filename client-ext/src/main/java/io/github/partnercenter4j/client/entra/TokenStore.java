package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an {@link EntraCredential} keeps what it must not lose: the refresh token, which changes with each renewal, and
 * the access token. Implement it over a vault of your own, or use {@link #file(Path)}.
 *
 * <p>What is kept is one text of a few thousand characters. It is a secret: whoever has it can act as the user. A store
 * belongs to one credential, and is asked once a renewal. Several processes may share one: the last to renew wins.
 */
public interface TokenStore {

    /**
     * Finds what was saved last.
     *
     * @return the text as it was given to {@link #save}, or null if there is none yet
     * @throws RuntimeException if the store can not be read; the call fails with a {@link CredentialException}
     */
    @Nullable
    String load();

    /**
     * Keeps a text in place of the one before.
     *
     * @param tokens the text; a secret
     * @throws RuntimeException if it can not be kept; the call fails with a {@link CredentialException}
     */
    void save(String tokens);

    /**
     * Keeps the text in a file that its owner alone can read and write, replaced in one step. Missing folders are made.
     *
     * @param file the file; it need not exist yet
     * @return a store in this file
     */
    static TokenStore file(Path file) {
        return new FileTokenStore(file);
    }
}
