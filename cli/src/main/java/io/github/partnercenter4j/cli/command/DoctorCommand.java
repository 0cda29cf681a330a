package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.CredentialOptions;
import io.github.partnercenter4j.cli.option.NetworkOptions;
import io.github.partnercenter4j.cli.option.PasswordSource;
import io.github.partnercenter4j.cli.option.ServiceOptions;
import io.github.partnercenter4j.cli.option.VerboseOption;
import io.github.partnercenter4j.cli.output.Advice;
import io.github.partnercenter4j.cli.output.Details;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Printable;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.cli.signin.Finding;
import io.github.partnercenter4j.cli.signin.TokenCheck;
import io.github.partnercenter4j.cli.signin.TokenClaims;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.TokenRequest;
import io.github.partnercenter4j.client.orders.ProvisioningOutcome;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks for what keeps a call from succeeding: in the token, and, if asked to, at the service. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Reads the claims of the access token on this machine, and says what the service would object to."
                + " Nothing of the token itself is shown. A sign-in of 'pcorders login' is renewed first if its token is"
                + " old; else nothing is sent without --call.",
        footer = HelpText.DOCTOR)
public final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--call", description = "Also ask the service for an order, and tell what it says.")
    private boolean call;

    @Option(names = "--customer", paramLabel = "ID", description = "The customer to ask for, with --call: a GUID.")
    private @Nullable String customer;

    @Option(names = "--order", paramLabel = "ID", description = "The order to ask for, with --call.")
    private @Nullable String order;

    @Mixin
    private CredentialOptions caller;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private VerboseOption verbose;

    @Mixin
    private NetworkOptions network;

    public DoctorCommand(Map<String, String> environment, Terminal terminal) {
        this.caller = new CredentialOptions(environment, terminal);
        this.network = new NetworkOptions(new PasswordSource(environment, terminal));
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!call && (customer != null || order != null)) {
            throw new ParameterException(spec.commandLine(), "--customer and --order go with --call, which is missing");
        }
        CredentialOptions.Caller known = caller.find(service.cloud(), network);
        AccessToken token = known.credential().token(new TokenRequest(known.cloud(), service.timeout(), null));
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("token", known.origin()));
        findings.addAll(claims(token, known));
        ExitCode exitCode = findings.stream().anyMatch(Finding::isProblem) ? ExitCode.CREDENTIAL : ExitCode.FULFILLED;
        findings.forEach(this::print);
        if (call) {
            try {
                print(findings, ask(known));
            } catch (PartnerCenterException e) {
                print(findings, Finding.problem("service", String.valueOf(e.getMessage()), Advice.on(e)));
                exitCode = ExitCode.of(e);
                if (verbose.isGiven()) {
                    Details.of(e).forEach(terminal::detail);
                }
            }
        }
        terminal.print("\n" + whatToDo(findings));
        return exitCode.code();
    }

    private static List<Finding> claims(AccessToken token, CredentialOptions.Caller known) {
        try {
            TokenClaims claims = TokenClaims.read(token.value());
            return claims == null
                    ? List.of(Finding.unknown(
                            "claims",
                            "the token is opaque: no JWT, so nothing can be read in it",
                            "Ask the service with --call: it alone can judge this token. Partner Center's are JWTs of three"
                                    + " parts between dots, so check where this one is from."))
                    : new TokenCheck(claims, known.cloud(), known.tenant(), Instant.now()).findings();
        } catch (IOException e) {
            return List.of(Finding.problem(
                    "claims",
                    "the token is damaged, perhaps cut or changed on its way here: its claims can not be read",
                    "Copy the token again, whole, or get a new one."));
        }
    }

    private Finding ask(CredentialOptions.Caller known) {
        if (customer == null || order == null) {
            return Finding.unknown(
                    "service",
                    "not asked: " + (customer == null ? "--customer" : "--order") + " is missing",
                    "Give --call the ids of an order that you know, by --customer and --order.");
        }
        ProvisioningOutcome outcome = ProvisioningOutcome.of(new OrderCall(spec, service, network)
                .send(known.credential(), known.cloud(), service.baseUrl(), Format.JSON, customer, order)
                .value());
        return Finding.ok(
                "service",
                "it took the token and answered; the order is "
                        + outcome.kind().name().toLowerCase(Locale.ROOT));
    }

    private void print(List<Finding> findings, Finding last) {
        findings.add(last);
        print(last);
    }

    private void print(Finding finding) {
        terminal.print(finding.line() + "\n");
    }

    private static String whatToDo(List<Finding> findings) {
        List<String> advice = findings.stream()
                .map(Finding::advice)
                .filter(text -> !text.isEmpty())
                .toList();
        if (!advice.isEmpty()) {
            StringBuilder text = new StringBuilder("What to do:\n");
            advice.forEach(
                    each -> text.append("  ").append(Printable.escape(each)).append('\n'));
            return text.toString();
        }
        return findings.stream().anyMatch(Finding::isProblem)
                ? "What to do: what the last line says.\n"
                : "What to do: nothing, for all that can be seen here.\n";
    }
}
