package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.cli.signin.SignInFile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the file with the sign-in. */
public final class StoreOption {
    public static final String NAME = "--store";
    static final String VARIABLE = "PARTNER_CENTER_STORE";

    private final Map<String, String> environment;

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = "The file with the sign-in of 'pcorders login'. The default is the value of " + VARIABLE
                    + ", or else .pcorders/sign-in.json in your home folder.")
    private @Nullable Path store;

    public StoreOption(Map<String, String> environment) {
        this.environment = environment;
    }

    boolean isGiven() {
        return store != null;
    }

    public SignInFile file() {
        if (store != null) {
            return new SignInFile(store);
        }
        String named = environment.getOrDefault(VARIABLE, "");
        return new SignInFile(
                named.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".pcorders", "sign-in.json")
                        : Path.of(named));
    }
}
