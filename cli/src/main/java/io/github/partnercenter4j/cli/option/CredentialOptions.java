package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.cli.signin.TokenSource;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.entra.EntraCredential;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import io.github.partnercenter4j.client.internal.environment.SignIn;
import io.github.partnercenter4j.client.internal.environment.SignInFile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that set the credential: an access token, or else the sign-in of {@code pcorders login}. */
public final class CredentialOptions {
    private final TokenSource tokens;
    private final Terminal terminal;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Read the access token from this file instead of " + TokenSource.VARIABLE + ". Without"
                    + " either, the sign-in of 'pcorders login' is used.")
    private @Nullable Path tokenFile;

    @Mixin
    private SignInOption store;

    /**
     * The credential that the options select.
     *
     * @param origin where the token comes from, in words
     * @param tenant the tenant of the sign-in, or null if it is not known
     * @param replaceable true if there can be another token later, without a new start of the command
     */
    public record Selected(
            Credential credential,
            Cloud cloud,
            String origin,
            @Nullable String tenant,
            boolean replaceable) {}

    public CredentialOptions(Map<String, String> environment, Terminal terminal) {
        this(environment, terminal, new StoreOption(environment));
    }

    /**
     * Creates the options of a command whose --store is something else.
     *
     * @param store names the file with the sign-in
     */
    public CredentialOptions(Map<String, String> environment, Terminal terminal, SignInFileOption store) {
        this(environment, terminal, (SignInOption) store);
    }

    private CredentialOptions(Map<String, String> environment, Terminal terminal, SignInOption store) {
        this.tokens = new TokenSource(environment);
        this.store = store;
        this.terminal = terminal;
    }

    public @Nullable Path tokenFile() {
        return tokenFile;
    }

    /**
     * Finds the credential. Nothing is sent yet.
     *
     * @param requested the cloud of the option --cloud, or null
     * @throws CredentialException if there is no token and no sign-in
     */
    public Selected find(@Nullable Cloud requested, NetworkOptions network) {
        if (tokenFile != null && store.given() != null) {
            throw refusal("--token-file and " + store.name() + " cannot both be given");
        }
        AccessToken token = store.given() != null ? null : tokens.find(tokenFile);
        if (token != null) {
            terminal.hide(token.value());
            return new Selected(
                    tokenFile == null ? request -> token : new FileToken(tokens, tokenFile, token, terminal),
                    requested == null ? Cloud.PUBLIC : requested,
                    tokenFile == null ? "from " + TokenSource.VARIABLE : "from the file given by --token-file",
                    null,
                    tokenFile != null);
        }
        return signedIn(requested, network);
    }

    private Selected signedIn(@Nullable Cloud requested, NetworkOptions network) {
        SignInFile file = store.file();
        SignIn signIn = file.load();
        if (signIn == null) {
            throw new CredentialException(
                    "There is no token, and nobody has signed in. Sign in with 'pcorders login', set the environment"
                            + " variable " + TokenSource.VARIABLE + " to an access token, or name a file that holds one"
                            + " with --token-file; to try pcorders without a token, use 'pcorders status --sandbox'",
                    null);
        }
        if (requested != null && requested != signIn.cloud()) {
            throw refusal("The sign-in is for the cloud " + SignIn.name(signIn.cloud())
                    + ": omit --cloud, or sign in to the other cloud with 'pcorders login'");
        }
        EntraCredentialBuilder builder = SignIn.credential(file.tokens(
                signIn,
                problem -> terminal.notice("Warning: the new tokens are used, but not kept. " + problem + ".")));
        InvalidOptionException.check(spec, store.name(), () -> signIn.applyTo(builder));
        network.applyTo(builder);
        EntraCredential credential = builder.build();
        return new Selected(
                request -> {
                    AccessToken token = credential.token(request);
                    terminal.hide(token.value());
                    return token;
                },
                signIn.cloud(),
                "from the sign-in in " + file.path(),
                signIn.tenant(),
                true);
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
