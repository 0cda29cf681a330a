package io.github.partnercenter4j.cli.csv;

/** Reports that no order can be read from a file. The message says what was found, without the name of the file. */
public final class OrdersFileException extends Exception {
    private static final long serialVersionUID = 1;

    OrdersFileException(String message) {
        super(message);
    }
}
