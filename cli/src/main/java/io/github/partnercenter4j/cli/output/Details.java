package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import io.github.partnercenter4j.client.UnexpectedStatusException;
import io.github.partnercenter4j.model.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists what --verbose adds about a response or a failure, one fact per line. */
public final class Details {
    private final List<String> lines = new ArrayList<>();

    private Details() {}

    public static List<String> of(ApiResponse<?> response) {
        Details details = new Details();
        String mediaType = response.header("Content-Type");
        details.add("status", response.status());
        details.add("MS-RequestId", response.requestId());
        details.add("MS-CorrelationId", response.correlationId());
        details.add("MS-CV", response.correlationVector());
        details.add("MS-ServerId", response.serverId());
        details.add("media type", mediaType);
        details.add("read as", mediaType == null ? null : format(mediaType));
        return details.lines;
    }

    public static List<String> of(Throwable failure) {
        Details details = new Details();
        details.add("failure", failure.getClass().getName());
        if (failure instanceof ServiceException e) {
            details.add("kind", e.kind());
            details.add("status", e.status());
            details.add("code", e.code());
            details.add("description", e.description());
            e.data().forEach(data -> details.add("data", data));
            details.add("source", e.source());
            details.add("retry-after", retryAfter(e));
            details.add("WWW-Authenticate", e.authenticationError());
            details.add("excerpt", e.excerpt());
        } else if (failure instanceof UnexpectedStatusException e) {
            details.add("status", e.status());
            details.add("excerpt", e.excerpt());
        } else if (failure instanceof DecodingException e) {
            details.add("kind", e.kind());
            details.add("status", e.status());
            details.add("excerpt", e.excerpt());
        } else if (failure instanceof TransportException e) {
            details.add("kind", e.kind());
        } else if (failure instanceof CredentialException e) {
            details.add("kind", e.kind());
        }
        if (failure instanceof PartnerCenterException e) {
            details.add("MS-RequestId", e.requestId());
            details.add("MS-CorrelationId", e.correlationId());
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            // The class name only: the message of a library may quote what was sent.
            details.add("caused by", cause.getClass().getName());
        }
        return details.lines;
    }

    private void add(String name, @Nullable Object value) {
        if (value != null) {
            lines.add(name + ": " + value);
        }
    }

    private static @Nullable String retryAfter(ServiceException failure) {
        if (failure.retryAfter() != null) {
            return failure.retryAfter().toSeconds() + " s";
        }
        List<String> values = failure.headers().get("Retry-After");
        return values == null ? null : String.join(", ", values) + " (cannot be read)";
    }

    private static String format(String mediaType) {
        String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.endsWith("xml") ? "XML" : "JSON";
    }
}
