package io.github.partnercenter4j.cli.watch;

import java.time.Duration;

/** Writes a duration with its two largest units, such as 45s, 1m 16s, 2h 5m or 3d 4h. */
final class TimeText {
    private TimeText() {}

    static String of(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        } else if (seconds < 3_600) {
            return units(seconds / 60, "m", seconds % 60, "s");
        } else if (seconds < 86_400) {
            return units(seconds / 3_600, "h", seconds % 3_600 / 60, "m");
        }
        return units(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
    }

    private static String units(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }
}
