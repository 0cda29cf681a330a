package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.InvalidOptionException;
import io.github.partnercenter4j.cli.option.NetworkOptions;
import io.github.partnercenter4j.cli.option.ServiceOptions;
import io.github.partnercenter4j.cli.output.CallProgress;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterBuilder;
import io.github.partnercenter4j.client.internal.call.InvalidArgumentException;
import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Requests the provisioning status of one order, as the options of a command say. */
record OrderCall(CommandSpec command, ServiceOptions service, NetworkOptions network, Terminal terminal) {
    /** Reads the status of an order with a client. */
    @FunctionalInterface
    interface Reading {
        Reading ONCE = (partnerCenter, customerId, orderId) ->
                ProvisioningStatus.read(partnerCenter.orders(), customerId, orderId);

        ProvisioningStatus read(PartnerCenter partnerCenter, String customerId, String orderId);
    }

    /** The options by the arguments that they become. */
    private static final Map<String, String> OPTIONS = Map.of("customerId", "--customer", "orderId", "--order");

    /**
     * Requests all pages.
     *
     * @param address replaces the cloud's own address, or null
     * @throws InvalidOptionException if the client refuses the value of an option; nothing was sent
     */
    ProvisioningStatus send(
            Credential credential,
            Cloud cloud,
            @Nullable String address,
            Format format,
            String customerId,
            String orderId,
            Reading reading) {
        try (CallProgress progress = CallProgress.on(terminal);
                PartnerCenter partnerCenter = build(clientBuilder(credential, cloud, address, format)
                        .options(options -> options.addListener(progress)))) {
            return reading.read(partnerCenter, customerId, orderId);
        } catch (InvalidArgumentException e) {
            throw new InvalidOptionException(command, OPTIONS.get(e.argument()), e);
        }
    }

    /**
     * Builds a client for many calls at a time.
     *
     * @param address replaces the cloud's own address, or null
     * @throws InvalidOptionException if the client refuses the value of an option
     */
    PartnerCenter client(Credential credential, Cloud cloud, @Nullable String address, Format format) {
        return build(clientBuilder(credential, cloud, address, format));
    }

    private PartnerCenterBuilder clientBuilder(
            Credential credential, Cloud cloud, @Nullable String address, Format format) {
        PartnerCenterBuilder builder =
                service.client(credential, cloud, address).options(options -> options.format(format));
        network.applyTo(builder);
        return builder;
    }

    private PartnerCenter build(PartnerCenterBuilder builder) {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            // All that is left to check is whether the proxy may be used with the address.
            throw new InvalidOptionException(command, "--proxy", e);
        }
    }
}
