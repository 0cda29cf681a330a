package io.github.partnercenter4j.sandbox.internal.value;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What a string must satisfy. Finds a string that does, the same for each call.
 *
 * @param maxLength null for no limit
 * @param pattern must be found in the string, or null
 */
public record TextSample(
        int minLength,
        @Nullable Integer maxLength,
        @Nullable Pattern pattern) {

    /** Repetitions without an upper limit have random lengths, so another try can fit the length. */
    private static final int TRIES = 1_000;

    public boolean allows(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= minLength
                && (maxLength == null || length <= maxLength)
                && (pattern == null || pattern.matcher(text).find());
    }

    /** Returns a string that satisfies everything, made from the preferred one without a pattern; empty if none is found. */
    public Optional<String> near(String preferred) {
        return pattern == null || allows(preferred) ? Optional.of(fitted(preferred)) : made();
    }

    /** Returns a string that satisfies everything, made from the pattern, which must be there; empty if none is found. */
    public Optional<String> made() {
        RgxGen generator = RgxGen.parse(Objects.requireNonNull(pattern).pattern());
        return LongStream.range(0, TRIES)
                .mapToObj(seed -> generator.generate(new Random(seed)))
                .filter(this::allows)
                .findFirst();
    }

    private String fitted(String text) {
        String fitted = text + "x".repeat(Math.max(0, minLength - text.length()));
        return maxLength == null ? fitted : fitted.substring(0, Math.min(maxLength, fitted.length()));
    }
}
