package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.InvalidOptionException;
import io.github.partnercenter4j.cli.option.NetworkOptions;
import io.github.partnercenter4j.cli.option.PasswordSource;
import io.github.partnercenter4j.cli.option.StoreOption;
import io.github.partnercenter4j.cli.option.VerboseOption;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Printable;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.cli.signin.SignInBrowser;
import io.github.partnercenter4j.cli.signin.TokenSource;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.entra.DeviceCode;
import io.github.partnercenter4j.client.entra.EntraCredential;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import io.github.partnercenter4j.client.internal.environment.SignIn;
import io.github.partnercenter4j.client.internal.environment.SignInFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Signs a user in, and keeps the sign-in for later commands. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description =
                "Signs you in with Microsoft Entra ID, in the browser or with a code on another device, and keeps the"
                        + " sign-in in a file that only you can read. 'pcorders status' and 'pcorders doctor' use it"
                        + " unless a token is given. Ctrl-C cancels with exit code 130.",
        footer = HelpText.LOGIN)
public final class LoginCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            description = "Your partner tenant: its GUID or a domain, such as contoso.onmicrosoft.com.")
    private @Nullable String tenant;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "The application (client) id of your application's registration in that tenant.")
    private @Nullable String clientId;

    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            description = "The cloud to sign in to: public (the default), us-government or china.")
    private @Nullable Cloud cloud;

    @Option(
            names = "--authority",
            paramLabel = "URL",
            description =
                    "Sign in at this authorization server instead of the cloud's own: an https origin, such as that of"
                            + " the sandbox.")
    private @Nullable String authority;

    @Option(
            names = "--device-code",
            description = "Show a code to enter on any device instead of opening the browser on this machine.")
    private boolean byDeviceCode;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "15m",
            description = "The time limit for your sign-in, such as 5m. The default is ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Mixin
    private StoreOption store;

    @Mixin
    private VerboseOption verbose;

    @Mixin
    private NetworkOptions network;

    public LoginCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.store = new StoreOption(environment);
        this.network = new NetworkOptions(new PasswordSource(environment, terminal));
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SignInFile file = store.file();
        SignIn signIn = signIn(file.load());
        // The sign-in has the same limits as a call. Checked here, before a browser opens.
        check("--timeout", () -> PartnerCenter.builder().timeout(timeout));
        EntraCredential deviceCode = credential(EntraCredential.deviceCode(this::show), signIn, file);
        if (byDeviceCode) {
            deviceCode.signIn(signIn.cloud(), timeout);
        } else {
            signInByBrowser(signIn, file, deviceCode);
        }
        terminal.print(Printable.escapeLines("You are signed in to the tenant " + signIn.tenant() + ", cloud "
                + SignIn.name(signIn.cloud()) + ". The sign-in is kept in " + file.path()
                + ", which only you can read.\n"));
        sayWhatUsesIt(file);
        return ExitCode.FULFILLED.code();
    }

    private void signInByBrowser(SignIn signIn, SignInFile file, EntraCredential deviceCode) {
        SignInBrowser browser = new SignInBrowser(environment, terminal::notice);
        EntraCredential credential = credential(EntraCredential.browser(browser), signIn, file);
        file.requireWritable();
        terminal.notice("Opening the browser. Sign in there within " + words(timeout) + ", or press Ctrl-C to cancel."
                + " If no browser opens on this machine, use --device-code.");
        try {
            credential.signIn(signIn.cloud(), timeout);
        } catch (CredentialException e) {
            if (!browser.hasFailed()) {
                throw e;
            }
            terminal.notice(
                    "No browser can be opened on this machine. Going on with a device code, as with --device-code.");
            deviceCode.signIn(signIn.cloud(), timeout);
        }
    }

    private EntraCredential credential(EntraCredentialBuilder builder, SignIn signIn, SignInFile file) {
        builder.store(file.tokens(signIn, problem -> {}));
        check("--tenant", () -> builder.tenant(signIn.tenant()));
        check("--client-id", () -> builder.clientId(signIn.clientId()));
        String origin = signIn.authority();
        if (origin != null) {
            check("--authority", () -> builder.authority(origin));
        }
        network.applyTo(builder);
        return builder.build();
    }

    private void sayWhatUsesIt(SignInFile file) {
        boolean tokenGiven = !environment.getOrDefault(TokenSource.VARIABLE, "").isEmpty();
        String option = store.isDefault()
                ? ""
                : " " + ShellLine.of(List.of(StoreOption.NAME, file.path().toString()));
        String toUse = tokenGiven && option.isEmpty()
                ? " " + ShellLine.of(List.of(StoreOption.NAME, file.path().toString()))
                : option;
        terminal.print(Printable.escapeLines("'pcorders status" + toUse + "' uses it"
                + (toUse.isEmpty() ? " from now on" : "") + "; 'pcorders logout" + option + "' deletes it.\n"));
        if (tokenGiven) {
            terminal.notice("The token in " + TokenSource.VARIABLE
                    + " is used instead of the sign-in: unset it, or use " + StoreOption.NAME + ".");
        }
    }

    private void check(String option, Runnable setter) {
        InvalidOptionException.check(spec, option, setter);
    }

    private SignIn signIn(@Nullable SignIn last) {
        if (tenant == null && clientId == null && cloud == null && authority == null && last != null) {
            return last;
        }
        if (tenant == null || clientId == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    (tenant == null ? "--tenant" : "--client-id")
                            + " is missing. Give --tenant and --client-id; to repeat your last sign-in, give neither of"
                            + " them and no --cloud or --authority");
        }
        return new SignIn(tenant, clientId, cloud == null ? Cloud.PUBLIC : cloud, authority);
    }

    private void show(DeviceCode code) {
        Duration left = code.lifetime().compareTo(timeout) < 0 ? code.lifetime() : timeout;
        terminal.notice("Open " + code.verificationUri() + " on any device, and enter the code " + code.userCode()
                + " within " + words(left) + ". Waiting for your sign-in; press Ctrl-C to cancel.");
    }

    private static String words(Duration duration) {
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
