package io.github.partnercenter4j.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Response;
import io.github.partnercenter4j.model.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ends a call: a documented success becomes its value, anything else exactly one exception. */
final class AnswerReader {
    /**
     * Codes under 401 which say that the sign-in lacked multi-factor authentication. A code alone says nothing: 10001 has
     * other meanings elsewhere. Source: Partner Center REST error codes.
     */
    private static final Set<String> MFA_CODES = Set.of("900421", "10001");

    private static final int LONGEST_ID = 256;

    private final BodyDecoder bodies;
    private final FaultReader faults;

    AnswerReader(JsonMapper json) {
        this.bodies = new BodyDecoder(json);
        this.faults = new FaultReader(json);
    }

    @Nullable
    Object read(Call call, Response response) {
        Answer answer =
                new Answer(response.status(), headers(call, response), body(response), ids(call, response), call);
        if (answer.status() >= 400) {
            throw failure(answer);
        }
        OperationMethod operation = call.operation();
        if (!operation.isSuccess(answer.status())) {
            throw new UnexpectedStatusException(
                    "The service answered " + answer.status() + ", and " + operation.httpMethod() + " "
                            + operation.path() + " is documented to answer " + operation.successes(),
                    answer.status(),
                    answer.excerpt(),
                    answer.ids());
        }
        Object value = operation.hasBody() ? value(answer) : null;
        return operation.withResponse()
                ? new ApiResponse<>(value, answer.status(), answer.headers(), call.requestIds())
                : value;
    }

    private Object value(Answer answer) {
        try {
            return bodies.decode(
                    answer.body(), answer.mediaType(), answer.call().operation().valueType());
        } catch (UnreadableBodyException e) {
            throw new DecodingException(
                    DecodingException.Kind.UNREADABLE,
                    "The answer with status " + answer.status() + " could not be read: "
                            + Excerpt.escape(answer.call().redact(e.getMessage())),
                    null,
                    answer.status(),
                    answer.excerpt(),
                    answer.ids());
        }
    }

    private PartnerCenterException failure(Answer answer) {
        FaultBody fault = faults.read(answer);
        if (answer.status() == 401 && fault.code() != null && MFA_CODES.contains(fault.code())) {
            return new CredentialException(
                    CredentialException.Kind.MFA_REQUIRED,
                    "The service answered 401, code " + fault.code() + ": the token came of a sign-in without"
                            + " multi-factor authentication. Sign in again with it; to renew the token can not help",
                    null,
                    answer.ids());
        }
        return new ServiceException(
                answer.status(),
                fault,
                RetryAfter.of(answer.header("Retry-After"), Clock.systemUTC()),
                fault.isEmpty() ? answer.excerpt() : null,
                answer.ids());
    }

    private static Map<String, List<String>> headers(Call call, Response response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers()
                .forEach((name, values) ->
                        headers.put(name, values.stream().map(call::redact).toList()));
        return headers;
    }

    private static byte[] body(Response response) {
        try {
            return response.body() == null
                    ? new byte[0]
                    : response.body().asInputStream().readAllBytes();
        } catch (IOException e) {
            // The transport hands over bodies that are in memory.
            throw new UncheckedIOException(e);
        }
    }

    private static CallIds ids(Call call, Response response) {
        CallIds sent = call.ids();
        return new CallIds(
                echoed(call, response, "MS-RequestId", sent.requestId()),
                echoed(call, response, "MS-CorrelationId", sent.correlationId()));
    }

    private static @Nullable String echoed(Call call, Response response, String name, @Nullable String sent) {
        Collection<String> values = response.headers().getOrDefault(name, List.of());
        return values.stream()
                .limit(1)
                .filter(value -> HeaderValue.isValid(value) && value.length() <= LONGEST_ID)
                .filter(value -> value.equals(call.redact(value)))
                .findFirst()
                .orElse(sent);
    }
}
