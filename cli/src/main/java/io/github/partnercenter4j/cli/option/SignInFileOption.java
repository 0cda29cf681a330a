package io.github.partnercenter4j.cli.option;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option --sign-in-file, in a command whose --store is something else. */
public final class SignInFileOption extends SignInOption {
    private static final String NAME = "--sign-in-file";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = "The file with the sign-in of 'pcorders login', which the other commands call --store. The"
                    + " default is the value of " + VARIABLE + ", or else .pcorders/sign-in.json in your home folder.")
    private @Nullable Path file;

    public SignInFileOption(Map<String, String> environment) {
        super(environment);
    }

    @Override
    String name() {
        return NAME;
    }

    @Override
    @Nullable
    Path given() {
        return file;
    }
}
