package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.cli.signin.TokenSource;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.TokenRequest;
import java.nio.file.Path;

/** The token in a file. It is read again when the service rejects it, because another program may have replaced it. */
final class FileToken implements Credential {
    private final TokenSource tokens;
    private final Path file;
    private final Terminal terminal;
    private AccessToken current;

    FileToken(TokenSource tokens, Path file, AccessToken first, Terminal terminal) {
        this.tokens = tokens;
        this.file = file;
        this.terminal = terminal;
        this.current = first;
    }

    @Override
    public synchronized AccessToken token(TokenRequest request) {
        if (current.equals(request.refused())) {
            try {
                AccessToken now = tokens.find(file);
                current = now == null ? current : now;
                terminal.hide(current.value());
            } catch (CredentialException e) {
                // A pipe can be read only once. The service says what is wrong with the token.
                return current;
            }
        }
        return current;
    }
}
