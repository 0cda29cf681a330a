package io.github.partnercenter4j.cli.option;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a duration such as 500ms, 30s, 2m, 1h30m or 2d, or of ISO 8601 such as PT2H. */
public final class DurationConverter implements ITypeConverter<Duration> {
    private static final String NUMBER = "([0-9]{1,9})";
    private static final Pattern DURATION =
            Pattern.compile("(?:%1$sd)?(?:%1$sh)?(?:%1$sm)?(?:%1$ss)?(?:%1$sms)?".formatted(NUMBER));
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};

    @Override
    public Duration convert(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!text.isEmpty() && matcher.matches()) {
            Duration sum = Duration.ZERO;
            for (int i = 0; i < MILLIS.length; i++) {
                String number = matcher.group(i + 1);
                sum = number == null ? sum : sum.plusMillis(Long.parseLong(number) * MILLIS[i]);
            }
            return sum;
        }
        try {
            Duration iso = Duration.parse(text);
            if (!iso.isNegative()) {
                return iso;
            }
        } catch (DateTimeParseException e) {
            // The message below says what a duration looks like.
        }
        throw new TypeConversionException(
                "give whole numbers with units, such as 500ms, 30s, 2m, 1h30m or 2d, or ISO 8601 such as PT2H");
    }
}
