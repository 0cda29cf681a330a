package io.github.partnercenter4j.cli.option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the name of an enum constant in lower case with hyphens, such as us-government. */
public final class ChoiceConverter<E extends Enum<E>> implements ITypeConverter<E> {
    private final List<E> constants;

    public ChoiceConverter(Class<E> type) {
        this.constants = Arrays.asList(type.getEnumConstants());
    }

    @Override
    public E convert(String text) {
        return constants.stream()
                .filter(constant -> name(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("choose one of "
                        + constants.stream().map(ChoiceConverter::name).collect(Collectors.joining(", "))));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
