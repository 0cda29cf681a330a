package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.cli.signin.SignIn;
import io.github.partnercenter4j.cli.signin.SignInFile;
import io.github.partnercenter4j.cli.signin.TokenSource;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.entra.EntraCredential;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say who calls: whoever a given token is of, or else whoever signed in last. */
public final class CredentialOptions {
    private final TokenSource tokens;
    private final Terminal terminal;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Read the access token from this file, not from " + TokenSource.VARIABLE + ". Without either,"
                    + " the sign-in of 'pcorders login' is used.")
    private @Nullable Path tokenFile;

    @Mixin
    private StoreOption store;

    /**
     * Who calls.
     *
     * @param origin where the token is from, in words
     * @param tenant the one that was signed in to, or null if that is not known
     */
    public record Caller(
            Credential credential,
            Cloud cloud,
            String origin,
            @Nullable String tenant) {}

    public CredentialOptions(Map<String, String> environment, Terminal terminal) {
        this.tokens = new TokenSource(environment);
        this.store = new StoreOption(environment);
        this.terminal = terminal;
    }

    @Nullable
    public Path tokenFile() {
        return tokenFile;
    }

    /**
     * Finds who calls. Nothing is sent yet.
     *
     * @param asked the cloud that was asked for, or null
     * @throws CredentialException if there is no token and no sign-in
     */
    public Caller find(@Nullable Cloud asked, NetworkOptions network) {
        if (tokenFile != null && store.isGiven()) {
            throw refusal("--token-file and " + StoreOption.NAME + " can not both be given");
        }
        AccessToken token = store.isGiven() ? null : tokens.find(tokenFile);
        if (token != null) {
            terminal.hide(token.value());
            return new Caller(
                    request -> token,
                    asked == null ? Cloud.PUBLIC : asked,
                    tokenFile == null ? "from " + TokenSource.VARIABLE : "from the file given by --token-file",
                    null);
        }
        return signedIn(asked, network);
    }

    private Caller signedIn(@Nullable Cloud asked, NetworkOptions network) {
        SignInFile file = store.file();
        SignIn signIn = file.load();
        if (signIn == null) {
            throw new CredentialException(
                    "There is no token, and nobody has signed in. Sign in with 'pcorders login', set the environment"
                            + " variable " + TokenSource.VARIABLE + " to an access token, or name a file that holds one"
                            + " with --token-file; to try without, use 'pcorders status --sandbox'",
                    null);
        }
        if (asked != null && asked != signIn.cloud()) {
            throw refusal("The sign-in is for the cloud " + SignIn.name(signIn.cloud())
                    + ": leave --cloud out, or sign in" + " with 'pcorders login' to another");
        }
        // A browser that nobody asked for must not open: without a refresh token the sign-in is over.
        EntraCredentialBuilder builder = EntraCredential.browser(page -> {
                    throw new CredentialException(
                            "No token: the sign-in is over. Sign in again with 'pcorders login'", null);
                })
                .store(file.tokens(signIn));
        InvalidOptionException.check(spec, StoreOption.NAME, () -> signIn.applyTo(builder));
        network.applyTo(builder);
        EntraCredential credential = builder.build();
        return new Caller(
                request -> {
                    AccessToken token = credential.token(request);
                    terminal.hide(token.value());
                    return token;
                },
                signIn.cloud(),
                "of the sign-in kept in " + file.path(),
                signIn.tenant());
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
