package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Failures;
import io.github.partnercenter4j.cli.output.StandardError;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.cli.signin.TokenSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Starts {@code pcorders}. */
public final class Main {
    private Main() {}

    /**
     * Runs the command and exits the JVM with its exit code.
     *
     * @param args the arguments
     * @throws Exception if the classes cannot be loaded
     */
    public static void main(String[] args) throws Exception {
        if (JarFolder.runsAgain(args)) {
            return;
        }
        // UTF-8 in every locale, because programs read the output too.
        Terminal terminal =
                new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err), StandardError.isTerminal());
        System.exit(run(args, System.getenv(), terminal));
    }

    /** Runs the command and returns its exit code. Flushes both writers. */
    static int run(String[] args, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        return run(args, environment, new Terminal(out, err));
    }

    static int run(String[] args, Map<String, String> environment, Terminal terminal) {
        int exitCode = execute(args, environment, terminal);
        if (!terminal.flush()) {
            exitCode = ExitCode.BUG.code();
        }
        return exitCode;
    }

    private static int execute(String[] args, Map<String, String> environment, Terminal terminal) {
        terminal.hide(environment.getOrDefault(TokenSource.VARIABLE, "").strip());
        try {
            return PcordersCommand.commandLine(environment, terminal, args).execute(args);
        } catch (Error e) {
            // picocli handles exceptions, but not errors.
            return new Failures(terminal).report(e, false);
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
