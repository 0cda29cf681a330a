package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.StoreOption;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Printable;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.internal.environment.SignInFile;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes the sign-in on this machine. */
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        description =
                "Deletes the sign-in of 'pcorders login' on this machine. Nothing is sent, so the sign-in stays valid"
                        + " at Microsoft; the output says how to revoke it there.")
public final class LogoutCommand implements Callable<Integer> {
    private static final String REVOCATION =
            "The deleted refresh token stays valid at Microsoft until it is revoked or has not been used for 90 days."
                    + " If there may be a copy of the file, revoke the token: choose 'Sign out everywhere' on"
                    + " https://mysignins.microsoft.com, or have an administrator choose 'Revoke sessions' for your user"
                    + " in the Microsoft Entra admin center, or run Revoke-MgUserSignInSession in PowerShell.\n";

    private final Terminal terminal;

    @Mixin
    private StoreOption store;

    public LogoutCommand(Map<String, String> environment, Terminal terminal) {
        this.store = new StoreOption(environment);
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SignInFile file = store.file();
        boolean deleted = file.delete();
        terminal.print(Printable.escapeLines(
                deleted
                        ? "You are signed out on this machine: " + file.path() + " is "
                                + (Files.exists(file.path()) ? "emptied" : "deleted") + ".\n" + REVOCATION
                        : "Nobody is signed in: " + file.path()
                                + (Files.exists(file.path()) ? " is empty.\n" : " does not exist.\n")));
        return ExitCode.FULFILLED.code();
    }
}
