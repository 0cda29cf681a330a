package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.CredentialOptions;
import io.github.partnercenter4j.cli.option.NetworkOptions;
import io.github.partnercenter4j.cli.option.OutputOptions;
import io.github.partnercenter4j.cli.option.PasswordSource;
import io.github.partnercenter4j.cli.option.ServiceOptions;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the provisioning status of one order. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Shows the provisioning status of each line item of an order.",
        footer = HelpText.TEXT)
public final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--customer", paramLabel = "ID", description = "The id of the customer, a GUID.")
    private @Nullable String customer;

    @Option(
            names = "--order",
            paramLabel = "ID",
            description = "The id of the order, exactly as Partner Center writes it.")
    private @Nullable String order;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "The format to request from the service: json (the default) or xml. The result is the same.")
    private Format format;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description =
                    "Ask again until the order is done, with growing pauses, for this time at most, such as 20m or"
                            + " PT1H. How each line item moves is written to standard error.")
    private @Nullable Duration wait;

    @Option(
            names = "--sandbox",
            description = "Start a simulated Partner Center and call it. It needs no token; without --customer and"
                    + " --order its sample order is used.")
    private boolean sandbox;

    @Mixin
    private OutputOptions output;

    @Mixin
    private CredentialOptions credentials;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private NetworkOptions network;

    public StatusCommand(Map<String, String> environment, Terminal terminal) {
        this.credentials = new CredentialOptions(environment, terminal);
        this.network = new NetworkOptions(new PasswordSource(environment, terminal));
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return output.show(sandbox ? callSandbox() : callService(), terminal);
    }

    private ProvisioningStatus callService() {
        String customerId = require("--customer", customer);
        String orderId = require("--order", order);
        CredentialOptions.Selected selected = credentials.find(service.cloud(), network);
        return new OrderCall(spec, service, network, terminal)
                .send(
                        selected.credential(),
                        selected.cloud(),
                        service.baseUrl(),
                        format,
                        customerId,
                        orderId,
                        reading());
    }

    private ProvisioningStatus callSandbox() {
        refuseWithSandbox("--base-url", service.baseUrl());
        refuseWithSandbox("--cloud", service.cloud());
        refuseWithSandbox("--token-file", credentials.tokenFile());
        try (PartnerCenterSandbox sandboxed = PartnerCenterSandbox.start()) {
            terminal.hide(sandboxed.token());
            return new OrderCall(spec, service, network, terminal)
                    .send(
                            Credential.ofToken(sandboxed.token()),
                            Cloud.PUBLIC,
                            sandboxed.baseUrl(),
                            format,
                            customer == null ? sandboxed.customerId() : customer,
                            order == null ? sandboxed.orderId() : order,
                            reading());
        }
    }

    private OrderCall.Reading reading() {
        Duration atMost = wait;
        if (atMost == null) {
            return OrderCall.Reading.ONCE;
        } else if (atMost.isZero()) {
            throw new ParameterException(spec.commandLine(), "--wait must be more than zero, such as 20m");
        }
        return (partnerCenter, customerId, orderId) ->
                new OrderWait(terminal).await(partnerCenter, customerId, orderId, atMost);
    }

    private String require(String option, @Nullable String value) {
        if (value == null) {
            throw new ParameterException(
                    spec.commandLine(), option + " is missing; to try the command without it, use --sandbox");
        }
        return value;
    }

    private void refuseWithSandbox(String option, @Nullable Object value) {
        if (value != null) {
            throw new ParameterException(
                    spec.commandLine(), "--sandbox has its own address and token, so " + option + " cannot be given");
        }
    }
}
