package io.github.partnercenter4j.client.internal.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in one of the three formats of RFC 9110, section 5.6.7. */
final class HttpDate {
    private static final List<DateTimeFormatter> FORMATS =
            List.of(formatter("EEE, dd MMM uuuu HH:mm:ss 'GMT'"), formatter("EEE MMM ppd HH:mm:ss uuuu"));

    /** What stands before the comma of a date. */
    private static final Pattern WEEKDAY =
            Pattern.compile("(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?", Pattern.CASE_INSENSITIVE);

    private HttpDate() {}

    /**
     * Returns the time, or null if the text is not a date.
     *
     * @param now decides the century of a year of two digits
     */
    static @Nullable Instant parse(String text, Instant now) {
        for (DateTimeFormatter format : FORMATS) {
            Instant time = parse(text, format);
            if (time != null) {
                return time;
            }
        }
        // RFC 850 has years of two digits. A date more than 50 years ahead is in the past.
        Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(50).toInstant();
        int lastYear = latest.atOffset(ZoneOffset.UTC).getYear();
        Instant time = parse(text, rfc850(lastYear));
        return time != null && !time.isAfter(latest) ? time : parse(text, rfc850(lastYear - 1));
    }

    private static @Nullable Instant parse(String text, DateTimeFormatter format) {
        try {
            return LocalDateTime.parse(text.strip(), format).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Splits a list at its commas, but not at the comma of a date. Empty elements are ignored, RFC 9110, section 5.6.1. */
    static List<String> splitList(String list) {
        List<String> values = new ArrayList<>();
        String weekday = "";
        for (String part : list.split(",", -1)) {
            String value = weekday + part.strip();
            weekday = "";
            if (WEEKDAY.matcher(value).matches()) {
                weekday = value + ", ";
            } else if (!value.isEmpty()) {
                values.add(value);
            }
        }
        if (!weekday.isEmpty()) {
            values.add(weekday);
        }
        return values;
    }

    /** Reads years of two digits, the last of which is the given year. */
    private static DateTimeFormatter rfc850(int lastYear) {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, lastYear - 99)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
