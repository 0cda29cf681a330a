package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.CredentialException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the token: in the file, if one is named, else in the environment. Never among the arguments, which every user of
 * the machine can list, and which shells keep.
 */
final class TokenSource {
    static final String VARIABLE = "PARTNER_CENTER_TOKEN";

    private static final int LARGEST_FILE = 64 * 1024;
    private static final Pattern LINE_END = Pattern.compile("\r?\n\\z|\r\\z");

    private final Map<String, String> environment;

    TokenSource(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Finds the token.
     *
     * @param file the file that holds it, or null to look in the environment
     * @throws CredentialException if there is none, or none that can be sent; the message does not quote it
     */
    AccessToken find(@Nullable Path file) {
        if (file != null) {
            return token(read(file), "The token file");
        }
        String value = environment.getOrDefault(VARIABLE, "");
        if (value.isEmpty()) {
            throw unavailable(
                    "There is no token. Set the environment variable " + VARIABLE
                            + " to an access token, or name a file that holds one with --token-file; to try without, use --sandbox");
        }
        return token(value, "The environment variable " + VARIABLE);
    }

    private static AccessToken token(String text, String place) {
        try {
            return new AccessToken(LINE_END.matcher(text).replaceFirst(""), null);
        } catch (IllegalArgumentException e) {
            throw unavailable(place + " does not hold a token. It must hold the access token and nothing else:"
                    + " visible ASCII characters in one line, without quotes and the word Bearer");
        }
    }

    /** Reads bytes as characters one to one: whatever is not ASCII is refused as a token later. */
    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw unavailable("The token file is larger than 64 KiB, so it does not hold a token alone."
                        + " Check the name given by --token-file");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw unreadable("there is no such file");
        } catch (IOException e) {
            throw unreadable(e.getClass().getSimpleName());
        }
    }

    /** Does not quote the name: it may be the token, given to the wrong option. */
    private static CredentialException unreadable(String why) {
        return unavailable("The token file can not be read (" + why + "). Check the name given by --token-file");
    }

    private static CredentialException unavailable(String message) {
        return new CredentialException(message, null);
    }
}
