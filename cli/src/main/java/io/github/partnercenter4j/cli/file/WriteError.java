package io.github.partnercenter4j.cli.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a file cannot be written. The message of many exceptions is only its name. */
public final class WriteError {
    private WriteError() {}

    public static String reason(Path file, IOException failure) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        } else if (failure instanceof NoSuchFileException) {
            return "its folder does not exist";
        } else if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? "the system cannot write it" : "the system says: " + reason;
    }
}
