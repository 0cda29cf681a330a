package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.client.internal.environment.HomeFolder;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts the name of a file. Unlike picocli's own converter, it never quotes an invalid value. It expands {@code ~},
 * because shells do so in {@code --store ~/x}, but not in {@code --store=~/x}.
 */
public final class PathConverter implements ITypeConverter<Path> {
    private final HomeFolder home;

    public PathConverter(HomeFolder home) {
        this.home = home;
    }

    @Override
    public Path convert(String value) {
        try {
            return home.resolve(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
