package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.StoreOption;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Printable;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.cli.signin.SignInFile;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes what a sign-in left on this machine. */
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        description =
                "Deletes the sign-in that 'pcorders login' kept on this machine. Nothing is sent, so Microsoft does"
                        + " not hear of it: the output says how to revoke the sign-in there.")
public final class LogoutCommand implements Callable<Integer> {
    private static final String REVOKING =
            "The refresh token that was in it stays valid at Microsoft until it is revoked,"
                    + " or not used for 90 days. If a copy of the file may be elsewhere, revoke it: you, by 'Sign out everywhere' on"
                    + " https://mysignins.microsoft.com; an administrator, by 'Revoke sessions' of your user in the Microsoft Entra"
                    + " admin center, or Revoke-MgUserSignInSession in PowerShell.\n";

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
                        ? "You are signed out of this machine: " + file.path() + " is deleted.\n" + REVOKING
                        : "Nobody is signed in: there is no " + file.path() + ".\n"));
        return ExitCode.FULFILLED.code();
    }
}
