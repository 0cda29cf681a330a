package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.watch.WatchPause;
import io.github.partnercenter4j.watch.WatchProgress;
import java.time.Duration;

/** Writes the progress of a watch as one line: with a bar for terminals, plain for logs. */
final class ProgressText {
    private static final int MIN_BAR = 5;
    private static final int MAX_BAR = 40;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private ProgressText() {}

    /** Returns a line that is narrower than the terminal, so that the next one can replace it. */
    static String bar(WatchProgress progress, int width) {
        long all = progress.done() + progress.open();
        int percent = all == 0 ? 100 : (int) (100 * progress.done() / all);
        String line = percent + "%" + timeLeft(progress, ", ") + ": " + counts(progress) + ", "
                + progress.requestsInWindow() + "/" + progress.quota().requests() + " requests";
        if (room(line, width) < MIN_BAR) {
            line = line.replace(" left: ", ": ").replace(" requests", "");
        }
        int room = room(line, width);
        if (room >= MIN_BAR) {
            int filled = room * percent / 100;
            line = "[" + "#".repeat(filled) + "-".repeat(room - filled) + "] " + line;
        }
        return line.length() < width ? line : line.substring(0, Math.max(0, width - 1));
    }

    private static int room(String line, int width) {
        return Math.min(MAX_BAR, width - line.length() - 4);
    }

    static String plain(WatchProgress progress) {
        return counts(progress) + "; " + requests(progress) + timeLeft(progress, "; ");
    }

    private static String counts(WatchProgress progress) {
        return progress.fulfilled() + " fulfilled, " + progress.open() + " pending, " + progress.unfulfilled()
                + " unfulfilled, " + progress.failed() + " failed"
                + (progress.givenUp() > 0 ? ", " + progress.givenUp() + " given up" : "");
    }

    private static String timeLeft(WatchProgress progress, String separator) {
        WatchPause pause = progress.pause();
        if (pause != null) {
            return separator + "paused";
        }
        Duration left = progress.timeLeft();
        return left == null || progress.open() == 0 ? "" : separator + TimeText.of(left) + " left";
    }

    static String requests(WatchProgress progress) {
        Duration window = progress.quota().window();
        String used = progress.requestsInWindow() + " of " + progress.quota().requests() + " requests in "
                + (window.equals(MINUTE) ? "a minute" : TimeText.of(window));
        return progress.usableQuota() < progress.quota().requests()
                ? used + " (" + progress.usableQuota() + " since a 429)"
                : used;
    }
}
