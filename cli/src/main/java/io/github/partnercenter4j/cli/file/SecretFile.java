package io.github.partnercenter4j.cli.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A file that holds one secret and nothing else. One line end after it is no fault. */
public final class SecretFile {
    private static final int LARGEST_FILE = 64 * 1024;
    private static final Pattern LINE_END = Pattern.compile("\r?\n\\z|\r\\z");

    private SecretFile() {}

    /**
     * Reads the secret.
     *
     * @param what the file in words
     * @param option the option that names it
     * @param refusal what to throw, made of a message that quotes neither the secret nor the name of the file
     */
    public static String read(Path file, String what, String option, Function<String, RuntimeException> refusal) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw refusal.apply(what + " is larger than 64 KiB, so it does not hold the secret alone."
                        + " Check the name given by " + option);
            }
            return withoutLineEnd(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw refusal.apply(
                    what + " can not be read (" + ReadError.why(file, e) + "). Check the name given by " + option);
        }
    }

    public static String withoutLineEnd(String text) {
        return LINE_END.matcher(text).replaceFirst("");
    }
}
