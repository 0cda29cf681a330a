package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.InvalidOptionException;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.internal.environment.ReadError;
import io.github.partnercenter4j.sandbox.Fidelity;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.github.partnercenter4j.sandbox.SandboxBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a simulated Partner Center until it is stopped. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Runs a simulated Partner Center on this machine until Ctrl-C (exit code 130) or SIGTERM (143)."
                + " Prints its URL, which a browser shows as a page, a token, the ids of its orders and"
                + " commands to try.",
        footer = HelpText.SANDBOX)
public final class SandboxCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Listen on this port of 127.0.0.1. The default is a free port.")
    private int port;

    @Option(
            names = "--spec",
            paramLabel = "FILE",
            description = "Serve this OpenAPI 3.0 document (YAML or JSON) of other operations.")
    private @Nullable Path document;

    @Option(names = "--orders", paramLabel = "FILE", description = "Add the customers and orders in this file.")
    private @Nullable Path orders;

    @Option(
            names = "--fidelity",
            paramLabel = "KIND",
            defaultValue = "documented",
            description = "How to respond: documented (the default), or observed, like the real service: with a byte"
                    + " order mark, the XML of .NET and the 429 of a gateway.")
    private Fidelity fidelity;

    @Option(
            names = "--quota",
            paramLabel = "N",
            description = "Return 429 after this many requests in 60 seconds. The default is 500, as in the service.")
    private @Nullable Integer quota;

    @Option(names = "--tls", description = "Use HTTPS, with a certificate that is created at the start.")
    private boolean tls;

    @Option(
            names = "--sign-in",
            description = "Also run an authorization server over HTTPS, and print how to sign in with it. It"
                    + " approves each sign-in at once.")
    private boolean signIn;

    public SandboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (PartnerCenterSandbox sandbox = start();
                SandboxFiles files = files(sandbox)) {
            Thread end = new Thread(ending(sandbox, files));
            Runtime.getRuntime().addShutdownHook(end);
            terminal.print(new SandboxWelcome(sandbox, files, tls, signIn).text());
            // If the output failed, the user does not see the address. Main reports the error.
            if (!terminal.out().checkError()) {
                waitForever();
            }
            Runtime.getRuntime().removeShutdownHook(end);
        }
        return ExitCode.FULFILLED.code();
    }

    private static Runnable ending(PartnerCenterSandbox sandbox, SandboxFiles files) {
        return () -> {
            files.close();
            sandbox.close();
        };
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // Stopped. The interrupt is not restored, because closing the sandbox has to wait too.
            return;
        }
    }

    private PartnerCenterSandbox start() {
        try {
            SandboxBuilder builder = PartnerCenterSandbox.builder().fidelity(fidelity);
            InvalidOptionException.check(spec, "--port", () -> builder.port(port));
            if (quota != null) {
                // Never negative: see WholeNumberConverter.
                builder.quota(quota);
            }
            if (tls) {
                builder.tls();
            }
            if (document != null) {
                read("--spec", "OpenAPI document", document, builder::spec);
            }
            if (orders != null) {
                read("--orders", "orders file", orders, builder::orders);
            }
            return builder.start();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof BindException taken) {
                throw refusal(e.getMessage() + " (" + taken.getMessage() + "): choose another one with --port", e);
            }
            throw e;
        }
    }

    private SandboxFiles files(PartnerCenterSandbox sandbox) {
        try {
            return SandboxFiles.write(sandbox, tls || signIn);
        } catch (UncheckedIOException e) {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            throw refusal(
                    "The token of the sandbox cannot be written to the folder for temporary files, " + folder + " ("
                            + ReadError.reason(folder, e.getCause()) + "). Check its permissions and the free space",
                    e);
        }
    }

    private void read(String option, String kind, Path file, Consumer<Path> reader) {
        try {
            InvalidOptionException.check(spec, option, () -> reader.accept(file));
        } catch (UncheckedIOException e) {
            IOException failure = e.getCause();
            throw refusal(
                    "The " + kind + " cannot be read (" + ReadError.reason(file, failure)
                            + "). Check the name given by " + option,
                    e);
        }
    }

    private ParameterException refusal(String message, Exception cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }
}
