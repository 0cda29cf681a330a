package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.cli.file.SecretFile;
import io.github.partnercenter4j.cli.output.Terminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds a password in a file or an environment variable. It is never an argument, because other users of the machine can
 * list the arguments of a process.
 */
public final class PasswordSource {
    private final Map<String, String> environment;
    private final Terminal terminal;

    public PasswordSource(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /**
     * Finds the password, and hides it in everything that is written.
     *
     * @param file the file that holds it, or null to look in the environment
     * @param option the option that names the file
     * @param refusal creates the exception to throw if the file cannot be read
     * @return null if there is none
     */
    @Nullable
    String find(@Nullable Path file, String option, String variable, Function<String, RuntimeException> refusal) {
        String password =
                file == null ? environment.get(variable) : SecretFile.read(file, "The password file", option, refusal);
        if (password == null || password.isEmpty()) {
            return null;
        }
        terminal.hide(password);
        return password;
    }
}
