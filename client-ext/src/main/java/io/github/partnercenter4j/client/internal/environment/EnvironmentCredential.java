package io.github.partnercenter4j.client.internal.environment;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the credential in the environment: an access token, or else the sign-in of {@code pcorders login}. */
public final class EnvironmentCredential {
    private static final Pattern LINE_END = Pattern.compile("\r?\n\\z|\r\\z");

    private EnvironmentCredential() {}

    /**
     * The credential, and the cloud that it is for.
     *
     * @param cloud null if that is not known
     */
    public record Selected(Credential credential, @Nullable Cloud cloud) {}

    /**
     * Finds the credential. Nothing is sent.
     *
     * @throws CredentialException if there is no token and no sign-in, or they cannot be read
     */
    public static Selected find(Map<String, String> environment) {
        AccessToken token = token(environment);
        return token == null ? signedIn(environment) : new Selected(request -> token, null);
    }

    /**
     * Returns the access token in the environment, or null if there is none.
     *
     * @throws CredentialException if it is not a token; the message does not quote it
     */
    public static @Nullable AccessToken token(Map<String, String> environment) {
        String value = environment.getOrDefault(EnvironmentVariables.TOKEN, "");
        return value.isEmpty()
                ? null
                : token(withoutLineEnd(value), "The environment variable " + EnvironmentVariables.TOKEN);
    }

    /**
     * Returns the token that a text is.
     *
     * @param place where the text comes from, at the beginning of a sentence
     * @throws CredentialException if it is not a token; the message does not quote it
     */
    public static AccessToken token(String text, String place) {
        try {
            return new AccessToken(text, null);
        } catch (IllegalArgumentException e) {
            throw new CredentialException(
                    place
                            + " does not contain a token. It must contain the access token and nothing else: visible ASCII"
                            + " characters in one line, without quotes and without the word Bearer",
                    null);
        }
    }

    /** Removes the line end that an editor or a shell adds to a secret. */
    public static String withoutLineEnd(String text) {
        return LINE_END.matcher(text).replaceFirst("");
    }

    private static Selected signedIn(Map<String, String> environment) {
        SignInFile file = file(environment);
        SignIn signIn = file.load();
        if (signIn == null) {
            throw new CredentialException(
                    "There is no token, and nobody has signed in. Set the environment variable "
                            + EnvironmentVariables.TOKEN + " to an access token, sign in with 'pcorders login', or name"
                            + " the file of a sign-in with " + EnvironmentVariables.STORE,
                    null);
        }
        EntraCredentialBuilder builder = SignIn.credential(file.tokens(signIn, problem -> {}));
        try {
            signIn.applyTo(builder);
        } catch (IllegalArgumentException e) {
            throw new CredentialException(
                    "The sign-in in " + file.path() + " cannot be used: " + e.getMessage()
                            + ". Sign in again with 'pcorders login'",
                    null);
        }
        return new Selected(builder.build(), signIn.cloud());
    }

    private static SignInFile file(Map<String, String> environment) {
        try {
            return new SignInFile(new HomeFolder(environment).signInFile(), EnvironmentVariables.STORE);
        } catch (IllegalArgumentException e) {
            throw new CredentialException(
                    "The file for the sign-in cannot be found: " + e.getMessage() + ". What to do: name it with "
                            + EnvironmentVariables.STORE + ", or set " + EnvironmentVariables.TOKEN,
                    null);
        }
    }
}
