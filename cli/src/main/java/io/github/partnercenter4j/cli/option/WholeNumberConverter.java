package io.github.partnercenter4j.cli.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a number of 0 or more. Unlike picocli's own converter, it never quotes an invalid value. */
public final class WholeNumberConverter implements ITypeConverter<Integer> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    @Override
    public Integer convert(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new TypeConversionException("give a whole number, 0 or more");
        }
        return Integer.valueOf(text);
    }
}
