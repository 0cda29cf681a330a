package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.internal.value.NumberSample;
import io.github.partnercenter4j.sandbox.internal.value.TextSample;
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the bounds of a single value. Rejects bounds that no value can satisfy. */
final class BoundsReader {

    /** The keywords that this class reads. */
    static final List<String> KEYWORDS = List.of(
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf");

    private static final List<String> TEXT = KEYWORDS.subList(0, 3);
    private static final List<String> NUMBER = KEYWORDS.subList(3, 8);

    private BoundsReader() {}

    static Bounds read(Scalar.Type type, SpecNode node) {
        List<String> meant = meant(type, node);
        for (String keyword : KEYWORDS) {
            if (node.has(keyword) && !meant.contains(keyword)) {
                throw node.at(keyword)
                        .error("is not supported for this type, or beside an enum or the format of a string");
            }
        }
        return type == Scalar.Type.STRING ? text(node) : number(type, node);
    }

    /** Beside an enum or the format of a string, a bound has no effect. */
    private static List<String> meant(Scalar.Type type, SpecNode node) {
        if (node.has("enum") || type == Scalar.Type.BOOLEAN || type == Scalar.Type.STRING && node.has("format")) {
            return List.of();
        }
        return type == Scalar.Type.STRING ? TEXT : NUMBER;
    }

    private static Bounds text(SpecNode node) {
        BigDecimal minLength = whole(node.at("minLength"), 0, Integer.MAX_VALUE);
        BigDecimal maxLength = whole(node.at("maxLength"), 1, Integer.MAX_VALUE);
        ordered(minLength, maxLength, node.at("maxLength"));
        int least = minLength == null ? 0 : minLength.intValueExact();
        Integer most = maxLength == null ? null : (Integer) maxLength.intValueExact();
        String pattern = node.textOrNull("pattern");
        if (pattern != null) {
            requireMatch(least, most, pattern, node.at("pattern"));
        }
        return new Bounds(least, most, null, null, false, false, null, pattern);
    }

    private static void requireMatch(int least, @Nullable Integer most, String pattern, SpecNode place) {
        boolean found;
        try {
            found = new TextSample(least, most, Pattern.compile(pattern)).made().isPresent();
        } catch (PatternSyntaxException e) {
            throw place.error("is not a regular expression that Java understands: " + e.getDescription());
        } catch (RuntimeException e) {
            // The generator's exceptions for what it does not support have no common type.
            throw place.error("is not supported: no matching text can be made up for it");
        }
        if (!found) {
            throw place.error("is not supported: no matching text of an allowed length was found");
        }
    }

    private static Bounds number(Scalar.Type type, SpecNode node) {
        BigDecimal minimum = number(type, node.at("minimum"), node);
        BigDecimal maximum = number(type, node.at("maximum"), node);
        ordered(minimum, maximum, node.at("maximum"));
        BigDecimal multipleOf = number(node.at("multipleOf"));
        Bounds bounds = new Bounds(
                0,
                null,
                minimum,
                maximum,
                exclusive(node, "exclusiveMinimum", minimum),
                exclusive(node, "exclusiveMaximum", maximum),
                multipleOf,
                null);
        NumberSample sample = new NumberSample(
                type == Scalar.Type.INTEGER,
                minimum,
                maximum,
                bounds.exclusiveMinimum(),
                bounds.exclusiveMaximum(),
                multipleOf);
        if (sample.near(BigDecimal.ONE).isEmpty()) {
            throw node.at(
                            multipleOf != null
                                    ? "multipleOf"
                                    : bounds.exclusiveMaximum() ? "exclusiveMaximum" : "exclusiveMinimum")
                    .error("allows no value together with the other bounds");
        }
        return bounds;
    }

    private static boolean exclusive(SpecNode node, String keyword, @Nullable BigDecimal bound) {
        if (node.flag(keyword) && bound == null) {
            throw node.at(keyword).error("needs a bound beside it");
        }
        return node.flag(keyword);
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
