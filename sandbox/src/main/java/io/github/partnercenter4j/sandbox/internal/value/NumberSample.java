package io.github.partnercenter4j.sandbox.internal.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a number must satisfy. Finds a number that does.
 *
 * @param whole true if the number has no fraction
 * @param exclusiveMinimum true if the number must be larger than the minimum
 * @param exclusiveMaximum true if the number must be smaller than the maximum
 * @param multipleOf more than zero, or null
 */
public record NumberSample(
        boolean whole,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean exclusiveMinimum,
        boolean exclusiveMaximum,
        @Nullable BigDecimal multipleOf) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public boolean allows(BigDecimal number) {
        return (minimum == null || number.compareTo(minimum) >= (exclusiveMinimum ? 1 : 0))
                && (maximum == null || number.compareTo(maximum) <= (exclusiveMaximum ? -1 : 0))
                && (multipleOf == null || isMultiple(number, multipleOf))
                && (!whole || isMultiple(number, BigDecimal.ONE));
    }

    /** Returns a number that satisfies everything, the preferred one if it does; empty if there is none. */
    public Optional<BigDecimal> near(BigDecimal preferred) {
        BigDecimal step = multipleOf != null ? multipleOf : whole ? BigDecimal.ONE : null;
        Stream<BigDecimal> candidates = step == null ? fractions(preferred) : multiples(preferred, step);
        // Without an exponent, which XML does not allow.
        return candidates
                .filter(this::allows)
                .findFirst()
                .map(number -> number.setScale(whole ? 0 : Math.max(0, number.scale()), RoundingMode.UNNECESSARY));
    }

    private Stream<BigDecimal> fractions(BigDecimal preferred) {
        if (minimum != null && maximum != null) {
            return Stream.of(preferred, minimum, maximum, minimum.add(maximum).divide(TWO));
        }
        BigDecimal bound = minimum != null ? minimum : maximum != null ? maximum : preferred;
        return Stream.of(preferred, bound, bound.add(BigDecimal.ONE), bound.subtract(BigDecimal.ONE));
    }

    /** If both must hold, at most as many multiples are skipped as the step has hundredths, and so on. */
    private Stream<BigDecimal> multiples(BigDecimal preferred, BigDecimal step) {
        BigDecimal first = minimum != null ? minimum : maximum != null ? maximum : preferred;
        RoundingMode inwards = minimum != null || maximum == null ? RoundingMode.CEILING : RoundingMode.FLOOR;
        BigDecimal start = first.divide(step, 0, inwards).multiply(step);
        BigDecimal move = inwards == RoundingMode.CEILING ? step : step.negate();
        long most = BigDecimal.TEN
                        .pow(Math.max(0, step.scale()))
                        .min(BigDecimal.valueOf(10_000))
                        .longValue()
                + 1;
        return Stream.concat(
                Stream.of(preferred),
                Stream.iterate(start, each -> each.add(move)).limit(most + 1));
    }

    private static boolean isMultiple(BigDecimal number, BigDecimal step) {
        return number.remainder(step).signum() == 0;
    }
}
