package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.CredentialOptions;
import io.github.partnercenter4j.cli.option.NetworkOptions;
import io.github.partnercenter4j.cli.option.PasswordSource;
import io.github.partnercenter4j.cli.option.ServiceOptions;
import io.github.partnercenter4j.cli.option.VerboseOption;
import io.github.partnercenter4j.cli.output.Advice;
import io.github.partnercenter4j.cli.output.Details;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.PendingText;
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

/** Checks the access token, and with --call the service, for everything that makes a call fail. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description =
                "Checks the claims of the access token, and says why the service would refuse it. The token itself is"
                        + " never shown. Nothing is sent without --call, except to refresh an expired token of"
                        + " 'pcorders login'.",
        footer = HelpText.DOCTOR)
public final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--call", description = "Also request an order from the service, and show the result.")
    private boolean call;

    @Option(names = "--customer", paramLabel = "ID", description = "The id of the customer for --call, a GUID.")
    private @Nullable String customer;

    @Option(names = "--order", paramLabel = "ID", description = "The id of the order for --call.")
    private @Nullable String order;

    private List<String> whyPending = List.of();

    @Mixin
    private CredentialOptions credentials;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private VerboseOption verbose;

    @Mixin
    private NetworkOptions network;

    public DoctorCommand(Map<String, String> environment, Terminal terminal) {
        this.credentials = new CredentialOptions(environment, terminal);
        this.network = new NetworkOptions(new PasswordSource(environment, terminal));
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!call && (customer != null || order != null)) {
            throw new ParameterException(spec.commandLine(), "--customer and --order need --call, which is missing");
        }
        CredentialOptions.Selected selected = credentials.find(service.cloud(), network);
        AccessToken token = selected.credential().token(new TokenRequest(selected.cloud(), service.timeout(), null));
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("token", selected.origin()));
        findings.addAll(claims(token, selected));
        ExitCode exitCode = findings.stream().anyMatch(Finding::isProblem) ? ExitCode.CREDENTIAL : ExitCode.FULFILLED;
        findings.forEach(this::print);
        if (call) {
            try {
                print(findings, call(selected));
            } catch (PartnerCenterException e) {
                print(findings, Finding.problem("service", String.valueOf(e.getMessage()), Advice.on(e)));
                exitCode = ExitCode.of(e);
                if (verbose.isGiven()) {
                    Details.of(e).forEach(terminal::detail);
                }
            }
        }
        terminal.print(whyPending.isEmpty() ? "" : "\n" + String.join("\n", whyPending) + "\n");
        terminal.print("\n" + whatToDo(findings));
        return exitCode.code();
    }

    private static List<Finding> claims(AccessToken token, CredentialOptions.Selected selected) {
        try {
            TokenClaims claims = TokenClaims.read(token.value());
            return claims == null
                    ? List.of(Finding.unknown(
                            "claims",
                            "the token is opaque: it is not a JWT, so its claims cannot be checked",
                            "Use --call: only the service can check this token. Tokens for Partner Center are JWTs,"
                                    + " with three parts separated by dots, so check where this token comes from."))
                    : new TokenCheck(claims, selected.cloud(), selected.tenant(), Instant.now()).findings();
        } catch (IOException e) {
            return List.of(Finding.problem(
                    "claims",
                    "the token is damaged, perhaps cut off when it was copied: its claims cannot be read",
                    "Copy the whole token again, or get a new one."));
        }
    }

    private Finding call(CredentialOptions.Selected selected) {
        if (customer == null || order == null) {
            return Finding.unknown(
                    "service",
                    "not called: " + (customer == null ? "--customer" : "--order") + " is missing",
                    "Give the ids of an existing order with --customer and --order.");
        }
        ProvisioningOutcome outcome = new OrderCall(spec, service, network, terminal)
                .send(
                        selected.credential(),
                        selected.cloud(),
                        service.baseUrl(),
                        Format.JSON,
                        customer,
                        order,
                        OrderCall.Reading.ONCE)
                .outcome();
        whyPending = PendingText.of(outcome);
        return Finding.ok(
                "service",
                "it accepted the token; the order is " + outcome.kind().name().toLowerCase(Locale.ROOT));
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
                ? "What to do: see the message in the last line.\n"
                : "What to do: nothing. No problem was found.\n";
    }
}
