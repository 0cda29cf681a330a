package io.github.partnercenter4j.cli.file;

import io.github.partnercenter4j.client.internal.environment.EnvironmentCredential;
import io.github.partnercenter4j.client.internal.environment.ReadError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads files that hold one secret and nothing else. A line end after the secret is ignored. */
public final class SecretFile {
    private static final int MAX_BYTES = 64 * 1024;

    private SecretFile() {}

    /**
     * Reads the secret.
     *
     * @param what the name of the file in messages, such as "The token file"
     * @param option the option that names the file
     * @param refusal creates the exception to throw; the message quotes neither the secret nor the file name
     */
    public static String read(Path file, String what, String option, Function<String, RuntimeException> refusal) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refusal.apply(what + " is larger than 64 KiB, so it must hold more than the secret."
                        + " Check the name given by " + option);
            }
            return EnvironmentCredential.withoutLineEnd(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw refusal.apply(
                    what + " cannot be read (" + ReadError.reason(file, e) + "). Check the name given by " + option);
        }
    }
}
