package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.internal.http.Guid;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Checks values against the formats of OpenAPI 3.0 that the sandbox supports. */
final class FormatCheck {

    private static final BigDecimal INT32 = BigDecimal.valueOf(1L << 31);
    private static final BigDecimal INT64 = INT32.multiply(BigDecimal.valueOf(1L << 32));

    private FormatCheck() {}

    static boolean allows(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> Guid.isGuid(text);
                case "date" -> LocalDate.parse(text).getYear() >= 0;
                case "date-time" -> OffsetDateTime.parse(text).getYear() >= 0;
                default -> throw new IllegalArgumentException("Not a format of a string: " + format);
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean allows(@Nullable String format, BigDecimal number) {
        BigDecimal limit = "int32".equals(format) ? INT32 : "int64".equals(format) ? INT64 : null;
        return limit == null || number.compareTo(limit.negate()) >= 0 && number.compareTo(limit) < 0;
    }
}
