package io.github.partnercenter4j.client.internal.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long the service asks to wait: Retry-After, RFC 9110, section 10.2.3. Of several values, in one line or several, the
 * longest counts. A fraction of a second, which the RFC does not allow but gateways send, is rounded up.
 *
 * @param longest from zero to a year, or null if no value can be read
 * @param incomplete true if a value cannot be read
 */
public record RetryAfter(@Nullable Duration longest, boolean incomplete) {
    static final String HEADER = "Retry-After";
    public static final RetryAfter NONE = new RetryAfter(null, false);

    /** Longer than any call waits, and short enough to be added to a date. */
    private static final Duration MAX = Duration.ofDays(365);

    private static final Pattern SECONDS = Pattern.compile("\\+?(?=\\.?[0-9])([0-9]*)(?:\\.([0-9]*))?");

    /**
     * Reads the header of a response. A date is measured from the Date of the same response, because the clocks of this
     * machine and of the server may differ.
     *
     * @param headers all headers, compared without case
     * @param clock is used if the response has no usable Date
     */
    static RetryAfter of(Map<String, ? extends Collection<String>> headers, Clock clock) {
        Collection<String> lines = lines(headers, HEADER);
        Duration longest = null;
        boolean incomplete = false;
        for (String line : lines) {
            for (String value : HttpDate.splitList(line)) {
                Duration wait = wait(value, headers, clock);
                incomplete |= wait == null;
                longest = wait != null && (longest == null || wait.compareTo(longest) > 0) ? wait : longest;
            }
        }
        if (longest == null) {
            return new RetryAfter(null, !lines.isEmpty());
        }
        Duration wait = longest.isNegative() ? Duration.ZERO : longest.compareTo(MAX) > 0 ? MAX : longest;
        return new RetryAfter(wait, incomplete);
    }

    private static @Nullable Duration wait(
            String value, Map<String, ? extends Collection<String>> headers, Clock clock) {
        Matcher number = SECONDS.matcher(value);
        if (number.matches()) {
            return seconds(number.group(1), number.group(2));
        }
        Instant now = clock.instant();
        Instant until = HttpDate.parse(value, now);
        if (until == null) {
            return null;
        }
        Duration byServer = lines(headers, "Date").stream()
                .map(date -> HttpDate.parse(date, now))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(date -> Duration.between(date, until))
                .orElse(MAX);
        // A Date that is a year off is not the time at which the response was sent.
        return byServer.abs().compareTo(MAX) < 0 ? byServer : Duration.between(now, until);
    }

    private static Duration seconds(String whole, @Nullable String fraction) {
        String digits = whole.replaceFirst("^0+", "");
        if (digits.length() > 9) {
            return MAX;
        }
        long seconds = digits.isEmpty() ? 0 : Long.parseLong(digits);
        boolean roundUp = fraction != null && !fraction.replace("0", "").isEmpty();
        return Duration.ofSeconds(roundUp ? seconds + 1 : seconds);
    }

    private static Collection<String> lines(Map<String, ? extends Collection<String>> headers, String name) {
        Collection<String> lines = headers.get(name);
        return lines == null ? List.of() : lines;
    }
}
