package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Stores the tokens of an {@link EntraCredential}: the refresh token, which changes with each refresh, and the access
 * token. Implement it with your own vault, or use {@link #file(Path)}.
 *
 * <p>The tokens are one text of a few thousand characters. It is a secret: anyone who has it can act as the user. A store
 * belongs to one credential, which loads and saves it once for each refresh. If several processes share a store, the last
 * one to save wins.
 */
public interface TokenStore {

    /**
     * Returns the text that was saved last.
     *
     * @return the text, or null if nothing was saved yet
     * @throws RuntimeException if the store cannot be read; the call then fails with a {@link CredentialException}
     */
    @Nullable
    String load();

    /**
     * Saves a text and replaces the previous one.
     *
     * @param tokens the text; a secret
     * @throws RuntimeException if it cannot be saved; the call then fails with a {@link CredentialException}
     */
    void save(String tokens);

    /**
     * Stores the text in a file that only its owner can read and write. The file is replaced atomically, and missing
     * folders are created.
     *
     * @param file the file; it need not exist yet
     * @return a store in this file
     */
    static TokenStore file(Path file) {
        return new FileTokenStore(file);
    }
}
