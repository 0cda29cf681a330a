package io.github.partnercenter4j.cli.watch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds how wide the terminal is. */
final class TerminalWidth {
    private static final int USUAL = 80;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{2,4})\\s*");

    private TerminalWidth() {}

    /** Returns the number of columns of a terminal, or 0 if it cannot replace a line. */
    static int find(Map<String, String> environment) {
        if ("dumb".equals(environment.get("TERM"))) {
            return 0;
        }
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : size();
    }

    private static int size() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Matcher matcher = SIZE.matcher(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            return stty.waitFor(2, TimeUnit.SECONDS) && matcher.matches() ? Integer.parseInt(matcher.group(1)) : USUAL;
        } catch (IOException e) {
            // Not a POSIX system.
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }
}
