package io.github.partnercenter4j.cli.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
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
        return failure.getClass().getSimpleName();
    }
}
