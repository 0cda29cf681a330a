package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.file.ReadError;
import io.github.partnercenter4j.cli.option.OutputOptions;
import io.github.partnercenter4j.cli.output.Failures;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Shows what the client makes of a body. The body is played to the client as the answer of a service, so that whatever
 * holds for an answer holds here too.
 */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Decodes the body of a response as 'pcorders status' would, for support cases. Nothing is sent.",
        footer = HelpText.DECODE)
public final class DecodeCommand implements Callable<Integer> {
    /** One byte more than the client accepts, so that the client reports a body that is too large. */
    private static final int MAX_BYTES = 64 * 1024 * 1024 + 1;

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

    /** Too short to be taken for a token in the body and struck out of it. */
    private static final String TOKEN = "offline";

    /** Nobody should search for the ids of a request that was never sent. */
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
    private OutputOptions view;

    public DecodeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!HEADER_VALUE.matcher(contentType).matches()) {
            throw refusal("--content-type must be visible ASCII characters, such as application/json");
        }
        if (status < 200 || status > 599) {
            throw refusal("--status must be from 200 to 599");
        }
        try (AnswerPlayer service = new AnswerPlayer(status, contentType, read());
                PartnerCenter partnerCenter = PartnerCenter.builder()
                        .baseUrl(service.url())
                        .credential(request -> new AccessToken(TOKEN, null))
                        .options(options ->
                                options.requestId(NO_ID).correlationId(NO_ID).maxRetries(0))
                        .build()) {
            return view.show(partnerCenter.orders().getProvisioningStatusWithResponse(NO_ID, NO_ID), terminal);
        } catch (PartnerCenterException e) {
            String advice = e instanceof DecodingException && !view.isVerbose() ? "--verbose shows how it begins." : "";
            return new Failures(terminal).report(e, advice, view.isVerbose());
        }
    }

    private byte[] read() {
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            throw refusal("The file cannot be read (" + ReadError.reason(file, e) + ")");
        }
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
