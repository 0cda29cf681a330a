package io.github.partnercenter4j.cli.option;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option --store, which names the file with the sign-in. */
public final class StoreOption extends SignInOption {
    public static final String NAME = "--store";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = "The file with the sign-in of 'pcorders login'. The default is the value of " + VARIABLE
                    + ", or else .pcorders/sign-in.json in your home folder.")
    private @Nullable Path store;

    public StoreOption(Map<String, String> environment) {
        super(environment);
    }

    @Override
    String name() {
        return NAME;
    }

    @Override
    @Nullable
    Path given() {
        return store;
    }
}
