package io.github.partnercenter4j.client.internal.call;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A target of the profile fuzz: Retry-After in the first line, and Date in the second. */
public final class RetryAfterFuzz {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC);

    private RetryAfterFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String[] lines = new String(data, StandardCharsets.ISO_8859_1).split("\n", 2);
        List<String> date = lines.length > 1 ? List.of(lines[1]) : List.of();
        Duration wait = RetryAfter.of(Map.of("Retry-After", List.of(lines[0]), "Date", date), CLOCK)
                .longest();
        if (wait != null && (wait.isNegative() || wait.compareTo(Duration.ofDays(365)) > 0)) {
            throw new AssertionError(wait);
        }
    }
}
