package io.github.partnercenter4j.client.internal.call;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Response;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.UnexpectedStatusException;
import io.github.partnercenter4j.client.internal.body.BodyDecoder;
import io.github.partnercenter4j.client.internal.body.ContentType;
import io.github.partnercenter4j.client.internal.body.FaultBody;
import io.github.partnercenter4j.client.internal.body.FaultReader;
import io.github.partnercenter4j.client.internal.body.UnreadableBodyException;
import io.github.partnercenter4j.model.ApiResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Reads the response of a call. A documented success returns its value; every other response throws one exception. */
final class ResponseReader {
    private final BodyDecoder bodies;
    private final FaultReader faults;

    ResponseReader(JsonMapper json, FaultReader faults) {
        this.bodies = new BodyDecoder(json);
        this.faults = faults;
    }

    @Nullable
    Object read(Call call, Response response) {
        ReceivedResponse received = ReceivedResponse.of(call, response);
        if (received.status() >= 400) {
            throw failure(received);
        }
        OperationMethod operation = call.operation();
        if (!operation.isSuccess(received.status())) {
            String message = "The service returned " + received.status() + ", but " + operation.httpMethod() + " "
                    + operation.path() + " is documented to return " + operation.successes();
            throw received.ids()
                    .setOn(UnexpectedStatusException.builder(received.status(), message))
                    .excerpt(received.excerpt())
                    .build();
        }
        Object value = operation.hasBody() ? value(received) : null;
        return operation.withResponse()
                ? new ApiResponse<>(value, received.status(), received.headers(), call.requestIds())
                : value;
    }

    private Object value(ReceivedResponse response) {
        try {
            return bodies.decode(
                    response.body(),
                    ContentType.of(response.header("Content-Type")),
                    response.call().operation().valueType());
        } catch (UnreadableBodyException e) {
            String message = "The response with status " + response.status() + " could not be read: "
                    + response.call().redact(e.getMessage());
            throw response.ids()
                    .setOn(DecodingException.builder(DecodingException.Kind.UNREADABLE, message))
                    .status(response.status())
                    .excerpt(response.excerpt())
                    .build();
        }
    }

    private PartnerCenterException failure(ReceivedResponse response) {
        FaultBody fault = faults.read(response.body(), response.mediaType(), response.call()::redact);
        if (response.status() == 401 && fault.requiresMfa()) {
            String message = "The service returned 401, code " + fault.code() + ": the token was issued without"
                    + " MFA. Sign in again using MFA; refreshing the token will not help";
            return response.ids()
                    .setOn(CredentialException.builder(CredentialException.Kind.MFA_REQUIRED, message))
                    .build();
        }
        return response.ids()
                .setOn(ServiceException.builder(response.status()))
                .code(fault.code())
                .description(fault.description())
                .data(fault.data())
                .source(fault.source())
                .retryAfter(RetryAfter.of(response.headers(), Clock.systemUTC()).longest())
                .headers(response.headers())
                .excerpt(fault.isEmpty() ? response.excerpt() : null)
                .build();
    }
}
