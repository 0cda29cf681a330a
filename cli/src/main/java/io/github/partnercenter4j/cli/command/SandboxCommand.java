package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.file.ReadError;
import io.github.partnercenter4j.cli.option.InvalidOptionException;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.sandbox.Fidelity;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.github.partnercenter4j.sandbox.SandboxBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a simulated Partner Center until it is told to end. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Runs a simulated Partner Center on this machine until Ctrl-C (exit code 130) or SIGTERM (143)."
                + " Prints its URL, a token, ids to try and commands that ask it.",
        footer = HelpText.SANDBOX)
public final class SandboxCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Listen on this port of 127.0.0.1. The default is one that is free.")
    private int port;

    @Option(names = "--orders", paramLabel = "FILE", description = "Know the customers and orders of this file too.")
    private @Nullable Path orders;

    @Option(
            names = "--fidelity",
            paramLabel = "KIND",
            defaultValue = "documented",
            description = "Answer as the documentation says (documented, the default) or as the service was seen to"
                    + " (observed): a byte order mark, the XML of .NET, a gateway's 429.")
    private Fidelity fidelity;

    @Option(
            names = "--quota",
            paramLabel = "N",
            description =
                    "Answer 429 after this many requests within any 60 seconds. The default is the service's 500.")
    private @Nullable Integer quota;

    @Option(names = "--tls", description = "Answer over HTTPS, with a certificate made at the start.")
    private boolean tls;

    @Option(
            names = "--sign-in",
            description = "Also run a token authority, over HTTPS, and print how to sign in with it. Whoever signs in"
                    + " agrees at once.")
    private boolean signIn;

    public SandboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (PartnerCenterSandbox sandbox = start();
                SandboxFiles files = SandboxFiles.write(sandbox, tls || signIn)) {
            Thread end = new Thread(ending(sandbox, files));
            Runtime.getRuntime().addShutdownHook(end);
            terminal.print(new SandboxWelcome(sandbox, files, tls, signIn).text());
            // Nobody would ever see the address otherwise; who calls this command tells so.
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
            // Asked to end, which needs waiting of its own: the thread must not stay interrupted.
            return;
        }
    }

    private PartnerCenterSandbox start() {
        try {
            SandboxBuilder builder = PartnerCenterSandbox.builder().fidelity(fidelity);
            InvalidOptionException.check(spec, "--port", () -> builder.port(port));
            if (quota != null) {
                // WholeNumberConverter lets no negative number pass.
                builder.quota(quota);
            }
            if (tls) {
                builder.tls();
            }
            if (orders != null) {
                readOrders(builder, orders);
            }
            return builder.start();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof BindException taken) {
                throw refusal(e.getMessage() + " (" + taken.getMessage() + ")", e);
            }
            throw e;
        }
    }

    private void readOrders(SandboxBuilder builder, Path file) {
        try {
            InvalidOptionException.check(spec, "--orders", () -> builder.orders(file));
        } catch (UncheckedIOException e) {
            IOException failure = e.getCause();
            throw refusal("The orders file can not be read (" + ReadError.why(file, failure) + ")", e);
        }
    }

    private ParameterException refusal(String message, Exception cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }
}
