package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.cli.option.OutputOptions;
import io.github.partnercenter4j.cli.output.Failures;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.internal.call.ResponseDecoder;
import io.github.partnercenter4j.client.internal.environment.ReadError;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import io.github.partnercenter4j.model.ApiResponse;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decodes the body of a response as a call would, and prints the result. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Decodes the body of a response as 'pcorders status' would, for support cases. Nothing is sent.",
        footer = HelpText.DECODE)
public final class DecodeCommand implements Callable<Integer> {
    /** The limit of the client. */
    private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    /** Stands for the ids of the request, which was never sent. It is not shown. */
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file with the body, byte for byte; - reads standard input.")
    private Path file;

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            required = true,
            description = "The Content-Type of the response, such as application/json or 'text/xml; charset=utf-8'.")
    private String contentType;

    @Option(
            names = "--status",
            paramLabel = "N",
            defaultValue = "200",
            description = "The HTTP status of the response, 200 (the default) to 599.")
    private int status;

    @Mixin
    private OutputOptions output;

    public DecodeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!HeaderValue.isValid(contentType)) {
            throw refusal("--content-type must be visible ASCII characters, such as application/json");
        }
        if (status < 200 || status > 599) {
            throw refusal("--status must be from 200 to 599");
        }
        byte[] body = read();
        try {
            ApiResponse<OrderLineItemProvisioningStatusCollection> response = decode(body);
            return output.show(new ProvisioningStatus(response, List.of(response.value())), terminal);
        } catch (PartnerCenterException e) {
            boolean hasExcerpt = e instanceof DecodingException unreadable
                    && unreadable.excerpt() != null
                    && !unreadable.excerpt().isEmpty();
            String advice = hasExcerpt && !output.isVerbose() ? "--verbose shows how it begins." : "";
            return new Failures(terminal).reportWithoutIds(e, NO_ID, advice, output.isVerbose());
        }
    }

    /** The decoder returns what the method returns, which is this type. */
    @SuppressWarnings("unchecked")
    private ApiResponse<OrderLineItemProvisioningStatusCollection> decode(byte[] body) {
        return (ApiResponse<OrderLineItemProvisioningStatusCollection>)
                new ResponseDecoder(MAX_BODY_BYTES).decode(operation(), status, contentType, body, NO_ID);
    }

    private static Method operation() {
        try {
            return OrdersApi.class.getMethod("getProvisioningStatusWithResponse", String.class, String.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] read() {
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            // One byte more than the limit, so that the decoder reports a body that is too large.
            return in.readNBytes(MAX_BODY_BYTES + 1);
        } catch (IOException e) {
            throw refusal("The file cannot be read (" + ReadError.reason(file, e) + "). Check the name of the file");
        }
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
