package io.github.partnercenter4j.cli.watch;

/** Reports that results cannot be added to a file. The message says what was found and what to do, without the file's name. */
public final class ResultsFileException extends Exception {
    private static final long serialVersionUID = 1;

    ResultsFileException(String message) {
        super(message);
    }
}
