package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterBuilder;
import io.github.partnercenter4j.model.ApiResponse;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks for the provisioning status of one order. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Shows how far the line items of an order are provisioned.",
        footer = Guide.TEXT)
final class StatusCommand implements Callable<Integer> {
    private final TokenSource tokens;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--customer", paramLabel = "ID", description = "The customer: a GUID.")
    private @Nullable String customer;

    @Option(names = "--order", paramLabel = "ID", description = "The order, exactly as Partner Center writes its id.")
    private @Nullable String order;

    @Option(names = "--cloud", paramLabel = "CLOUD", description = "public (the default), us-government or china.")
    private @Nullable Cloud cloud;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "Ask here in place of the cloud's own address: an origin and, if need be, a path, without the version.")
    private @Nullable String baseUrl;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "What to ask the service for: json (the default) or xml. The result is the same.")
    private Format format;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long all may take, such as 500ms, 30s or 2m. The default is ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "How often to ask again, while there is time, after no answer, 408, 429, 500, 502, 503 or 504:"
                            + " 0 to 10. The default is ${DEFAULT-VALUE}.")
    private int retries;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Read the access token from this file, not from " + TokenSource.VARIABLE + ".")
    private @Nullable Path tokenFile;

    @Option(
            names = "--sandbox",
            description = "Ask a simulated Partner Center that is started for this call. It brings its own token and,"
                    + " where they are not given, the ids of its sample order.")
    private boolean sandbox;

    @Mixin
    private AnswerView view;

    StatusCommand(TokenSource tokens, Terminal terminal) {
        this.tokens = tokens;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return view.show(sandbox ? askSandbox() : askService(), terminal);
    }

    private ApiResponse<OrderLineItemProvisioningStatusCollection> askService() {
        String customerId = require("--customer", customer);
        String orderId = require("--order", order);
        return ask(baseUrl, tokens.find(tokenFile), customerId, orderId);
    }

    private ApiResponse<OrderLineItemProvisioningStatusCollection> askSandbox() {
        refuseWithSandbox("--base-url", baseUrl);
        refuseWithSandbox("--cloud", cloud);
        refuseWithSandbox("--token-file", tokenFile);
        try (PartnerCenterSandbox service = PartnerCenterSandbox.start()) {
            return ask(
                    service.baseUrl(),
                    new AccessToken(service.token(), null),
                    customer == null ? service.customerId() : customer,
                    order == null ? service.orderId() : order);
        }
    }

    private ApiResponse<OrderLineItemProvisioningStatusCollection> ask(
            @Nullable String address, AccessToken token, String customerId, String orderId) {
        terminal.hide(token.value());
        try {
            PartnerCenterBuilder builder = PartnerCenter.builder()
                    .credential(request -> token)
                    .timeout(timeout)
                    .options(options -> options.format(format).maxRetries(retries));
            if (cloud != null) {
                builder.cloud(cloud);
            }
            if (address != null) {
                builder.baseUrl(address);
            }
            try (PartnerCenter partnerCenter = builder.build()) {
                return partnerCenter.orders().getProvisioningStatusWithResponse(customerId, orderId);
            }
        } catch (IllegalArgumentException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** True of an argument that the client itself refused. From a library below, it is no fault of the caller. */
    private static boolean isRefusal(IllegalArgumentException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(PartnerCenter.class.getPackageName() + ".");
    }

    private String require(String option, @Nullable String value) {
        if (value == null) {
            throw new ParameterException(
                    spec.commandLine(), option + " is missing; --sandbox tries the command without");
        }
        return value;
    }

    private void refuseWithSandbox(String option, @Nullable Object value) {
        if (value != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--sandbox brings its own address and token, so " + option + " can not be given");
        }
    }
}
