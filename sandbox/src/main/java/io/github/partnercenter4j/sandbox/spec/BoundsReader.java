package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Schema.Bounds;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bounds of a single value. Rejects bounds that no value can satisfy. */
final class BoundsReader {

    private static final List<String> KEYWORDS = List.of("minLength", "maxLength", "minimum", "maximum");

    private BoundsReader() {}

    static Bounds read(Scalar.Type type, SpecNode node) {
        List<String> meant = meant(type, node);
        for (String keyword : KEYWORDS) {
            if (node.has(keyword) && !meant.contains(keyword)) {
                throw node.at(keyword)
                        .error("is not supported for this type, or beside an enum or the format of a string");
            }
        }
        BigDecimal minLength = whole(node.at("minLength"), 0, Integer.MAX_VALUE);
        BigDecimal maxLength = whole(node.at("maxLength"), 1, Integer.MAX_VALUE);
        ordered(minLength, maxLength, node.at("maxLength"));
        BigDecimal minimum = number(type, node.at("minimum"), node);
        BigDecimal maximum = number(type, node.at("maximum"), node);
        ordered(minimum, maximum, node.at("maximum"));
        return new Bounds(
                minLength == null ? 0 : minLength.intValueExact(),
                maxLength == null ? null : (Integer) maxLength.intValueExact(),
                minimum,
                maximum);
    }

    /** Beside an enum or the format of a string, a bound has no effect. */
    private static List<String> meant(Scalar.Type type, SpecNode node) {
        if (node.has("enum") || type == Scalar.Type.BOOLEAN || type == Scalar.Type.STRING && node.has("format")) {
            return List.of();
        }
        return type == Scalar.Type.STRING ? KEYWORDS.subList(0, 2) : KEYWORDS.subList(2, 4);
    }

    private static @Nullable BigDecimal number(Scalar.Type type, SpecNode bound, SpecNode schema) {
        if (type != Scalar.Type.INTEGER) {
            return number(bound);
        }
        // Without a format, code generators make it an int.
        return "int64".equals(schema.textOrNull("format"))
                ? whole(bound, Long.MIN_VALUE, Long.MAX_VALUE)
                : whole(bound, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static @Nullable BigDecimal whole(SpecNode bound, long lowest, long highest) {
        BigDecimal value = number(bound);
        if (value == null) {
            return null;
        }
        if (value.stripTrailingZeros().scale() > 0
                || value.compareTo(BigDecimal.valueOf(lowest)) < 0
                || value.compareTo(BigDecimal.valueOf(highest)) > 0) {
            throw bound.error("is not a whole number from " + lowest + " to " + highest);
        }
        return value.setScale(0);
    }

    private static @Nullable BigDecimal number(SpecNode bound) {
        if (bound.node().isMissingNode()) {
            return null;
        }
        if (!bound.node().isNumber()) {
            throw bound.error("is not a number");
        }
        return bound.node().decimalValue();
    }

    private static void ordered(@Nullable BigDecimal lowest, @Nullable BigDecimal highest, SpecNode bound) {
        if (lowest != null && highest != null && lowest.compareTo(highest) > 0) {
            throw bound.error("allows no value, because it is below " + lowest);
        }
    }
}
