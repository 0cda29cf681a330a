package io.github.partnercenter4j.client.internal.call;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses Retry-After: seconds, or a date in one of the three formats of RFC 9110, section 5.6.7. */
final class RetryAfter {
    /** Longer than any call waits, and short enough to be added to a date. */
    private static final Duration MAX = Duration.ofDays(365);

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final List<DateTimeFormatter> DATES = List.of(
            formatter("EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    // RFC 850 has years of two digits. A date more than 50 years ahead is in the past.
                    .appendValueReduced(
                            ChronoField.YEAR, 2, 2, Year.now(ZoneOffset.UTC).getValue() - 49)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT),
            formatter("EEE MMM ppd HH:mm:ss uuuu"));

    private RetryAfter() {}

    /**
     * Parses all values of the header.
     *
     * @return the longest wait, from zero to a year; null if no value can be parsed
     */
    static @Nullable Duration of(List<String> values, Clock clock) {
        return values.stream()
                .map(value -> read(value.strip(), clock))
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .map(longest -> longest.compareTo(MAX) > 0 ? MAX : longest)
                .orElse(null);
    }

    private static @Nullable Duration read(String value, Clock clock) {
        if (SECONDS.matcher(value).matches()) {
            return value.length() > 9 ? MAX : Duration.ofSeconds(Long.parseLong(value));
        }
        for (DateTimeFormatter format : DATES) {
            try {
                Instant date = LocalDateTime.parse(value, format).toInstant(ZoneOffset.UTC);
                Duration wait = Duration.between(clock.instant(), date);
                return wait.isNegative() ? Duration.ZERO : wait;
            } catch (DateTimeException e) {
                // Not in this format; try the next.
            }
        }
        return null;
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
