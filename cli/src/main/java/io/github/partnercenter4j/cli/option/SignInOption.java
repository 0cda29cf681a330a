package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.client.internal.environment.EnvironmentVariables;
import io.github.partnercenter4j.client.internal.environment.HomeFolder;
import io.github.partnercenter4j.client.internal.environment.SignInFile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An option that names the file with the sign-in. */
abstract class SignInOption {
    public static final String VARIABLE = EnvironmentVariables.STORE;

    private final Map<String, String> environment;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    SignInOption(Map<String, String> environment) {
        this.environment = environment;
    }

    abstract String name();

    abstract @Nullable Path given();

    /** Returns true if commands without the option use the same file. */
    public boolean isDefault() {
        Path store = given();
        if (store == null) {
            return true;
        }
        try {
            return store.toAbsolutePath().equals(defaultPath().toAbsolutePath());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Returns the file.
     *
     * @throws ParameterException if the option is not given, and the default cannot be used
     */
    public SignInFile file() {
        Path store = given();
        if (store != null) {
            if (store.toString().isEmpty()) {
                throw new ParameterException(spec.commandLine(), "Name a file with " + name() + ": its value is empty");
            }
            return new SignInFile(store, name());
        }
        try {
            return new SignInFile(defaultPath(), name());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name the file for the sign-in with " + name() + ". Its default "
                            + (named().isEmpty() ? "in your home folder" : "from " + VARIABLE) + " cannot be used: "
                            + e.getMessage());
        }
    }

    private Path defaultPath() {
        return new HomeFolder(environment).signInFile();
    }

    private String named() {
        return environment.getOrDefault(VARIABLE, "");
    }
}
