package io.github.partnercenter4j.cli.output;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds out where standard error goes. Java itself only knows whether standard input and output are terminals. */
public final class StandardError {
    private static final Path LINK = Path.of("/proc/self/fd/2");
    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/\\d+|tty\\w*|console)");

    private StandardError() {}

    public static boolean isTerminal() {
        try {
            return TERMINAL.matcher(Files.readSymbolicLink(LINK).toString()).matches();
        } catch (IOException | UnsupportedOperationException e) {
            return isConsole(System.console());
        }
    }

    /** Since JDK 22 there can be a console that is not a terminal. */
    private static boolean isConsole(Console console) {
        try {
            return console != null
                    && (Runtime.version().feature() < 22
                            || Boolean.TRUE.equals(
                                    Console.class.getMethod("isTerminal").invoke(console)));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
