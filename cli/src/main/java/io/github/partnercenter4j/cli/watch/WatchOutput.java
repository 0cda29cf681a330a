package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.watch.WatchProgress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Shows a watch while it runs, on standard error: on a terminal as a bar that is replaced, elsewhere as a line now and then.
 * Thread-safe.
 */
public final class WatchOutput {
    private static final Duration LINE_INTERVAL = Duration.ofSeconds(10);
    private static final Duration BAR_INTERVAL = Duration.ofSeconds(1);
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private final int width;
    private final Set<String> problems = new HashSet<>();
    private String bar = "";
    private long lastLine;
    private boolean lineWritten;

    public WatchOutput(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.width = terminal.isInteractive() ? TerminalWidth.find(environment) : 0;
    }

    /** Writes a line, above the bar if there is one. */
    public synchronized void notice(String text) {
        erase();
        terminal.notice(text);
        draw();
    }

    /** Writes a problem that may come again and again. It is written once until it is solved. */
    synchronized void problem(String kind, String text) {
        if (problems.add(kind)) {
            notice(text);
        }
    }

    synchronized void solved(String kind, String text) {
        if (problems.remove(kind)) {
            notice(text);
        }
    }

    synchronized boolean hasProblem(String kind) {
        return problems.contains(kind);
    }

    synchronized void progress(WatchProgress progress, long nanoTime) {
        if (width > 0) {
            replace(ProgressText.bar(progress, width));
        } else if (!lineWritten || nanoTime - lastLine >= LINE_INTERVAL.toNanos()) {
            lineWritten = true;
            lastLine = nanoTime;
            terminal.notice(ProgressText.plain(progress));
        }
    }

    /** Shows how many orders were added, from 0, if that takes long. */
    synchronized void adding(long count, long nanoTime) {
        if (count == 0) {
            lastLine = nanoTime;
        } else if (nanoTime - lastLine >= (width > 0 ? BAR_INTERVAL : LINE_INTERVAL).toNanos()) {
            lastLine = nanoTime;
            String text = "Adding orders: " + count + " so far";
            if (width > 0) {
                replace(text);
            } else {
                terminal.notice(text);
            }
        }
    }

    private void replace(String text) {
        erase();
        bar = text;
        draw();
    }

    /** Writes the last progress as a line that stays, and then the result on standard output. */
    synchronized void end(WatchProgress progress, String result) {
        clear();
        terminal.notice(ProgressText.plain(progress));
        terminal.print(result);
    }

    /** Removes the bar, so that the next line does not follow it. */
    public synchronized void clear() {
        erase();
        bar = "";
    }

    private void erase() {
        if (!bar.isEmpty()) {
            terminal.err().print(ERASE_LINE);
            terminal.err().flush();
        }
    }

    private void draw() {
        if (!bar.isEmpty()) {
            terminal.err().print(bar);
            terminal.err().flush();
        }
    }
}
