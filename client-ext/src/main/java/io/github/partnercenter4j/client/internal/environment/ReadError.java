package io.github.partnercenter4j.client.internal.environment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a file cannot be read. The file name is omitted: it may be a token that was given to the wrong option. */
public final class ReadError {
    private ReadError() {}

    public static String reason(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        } else if (failure instanceof AccessDeniedException) {
            return "access is denied";
        } else if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8";
        } else if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        // Words of the operating system, such as "Not a directory". They do not name the file.
        String reason = failure instanceof FileSystemException system ? system.getReason() : null;
        return reason == null ? "the system cannot read it" : "the system says: " + reason;
    }
}
