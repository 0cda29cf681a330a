package io.github.partnercenter4j.cli.signin;

import io.github.partnercenter4j.cli.file.SecretFile;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.environment.EnvironmentCredential;
import io.github.partnercenter4j.client.internal.environment.EnvironmentVariables;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the access token in a file or in the environment variable PARTNER_CENTER_TOKEN. A token is never an argument:
 * other users of the machine can list arguments, and shells keep them in their history.
 */
public final class TokenSource {
    public static final String VARIABLE = EnvironmentVariables.TOKEN;

    private final Map<String, String> environment;

    public TokenSource(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Finds the token.
     *
     * @param file the file that holds it, or null to look in the environment
     * @return null if there is none
     * @throws CredentialException if the file cannot be read or does not contain a token; the message does not quote it
     */
    public @Nullable AccessToken find(@Nullable Path file) {
        return file == null
                ? EnvironmentCredential.token(environment)
                : EnvironmentCredential.token(
                        SecretFile.read(
                                file,
                                "The token file",
                                "--token-file",
                                message -> new CredentialException(message, null)),
                        "The token file");
    }
}
