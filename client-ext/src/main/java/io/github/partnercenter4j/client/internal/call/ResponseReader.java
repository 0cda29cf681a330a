package io.github.partnercenter4j.client.internal.call;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Response;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.UnexpectedStatusException;
import io.github.partnercenter4j.client.internal.body.BodyDecoder;
import io.github.partnercenter4j.client.internal.body.FaultBody;
import io.github.partnercenter4j.client.internal.body.FaultReader;
import io.github.partnercenter4j.client.internal.body.UnreadableBodyException;
import io.github.partnercenter4j.model.ApiResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Ends a call: a documented success becomes its value, anything else exactly one exception. */
final class ResponseReader {
    private final BodyDecoder bodies;
    private final FaultReader faults;

    ResponseReader(JsonMapper json, FaultReader faults) {
        this.bodies = new BodyDecoder(json);
        this.faults = faults;
    }

    @Nullable
    Object read(Call call, Response response) {
        ReceivedResponse answer = ReceivedResponse.of(call, response);
        if (answer.status() >= 400) {
            throw failure(answer);
        }
        OperationMethod operation = call.operation();
        if (!operation.isSuccess(answer.status())) {
            String message = "The service answered " + answer.status() + ", and " + operation.httpMethod() + " "
                    + operation.path() + " is documented to answer " + operation.successes();
            throw answer.ids()
                    .setOn(UnexpectedStatusException.builder(answer.status(), message))
                    .excerpt(answer.excerpt())
                    .build();
        }
        Object value = operation.hasBody() ? value(answer) : null;
        return operation.withResponse()
                ? new ApiResponse<>(value, answer.status(), answer.headers(), call.requestIds())
                : value;
    }

    private Object value(ReceivedResponse answer) {
        try {
            return bodies.decode(
                    answer.body(), answer.mediaType(), answer.call().operation().valueType());
        } catch (UnreadableBodyException e) {
            String message = "The answer with status " + answer.status() + " could not be read: "
                    + answer.call().redact(e.getMessage());
            throw answer.ids()
                    .setOn(DecodingException.builder(DecodingException.Kind.UNREADABLE, message))
                    .status(answer.status())
                    .excerpt(answer.excerpt())
                    .build();
        }
    }

    private PartnerCenterException failure(ReceivedResponse answer) {
        FaultBody fault = faults.read(answer.body(), answer.mediaType(), answer.call()::redact);
        if (answer.status() == 401 && fault.asksForMfa()) {
            String message = "The service answered 401, code " + fault.code() + ": the token came of a sign-in without"
                    + " multi-factor authentication. Sign in again with it; to renew the token can not help";
            return answer.ids()
                    .setOn(CredentialException.builder(CredentialException.Kind.MFA_REQUIRED, message))
                    .build();
        }
        return answer.ids()
                .setOn(ServiceException.builder(answer.status()))
                .code(fault.code())
                .description(fault.description())
                .data(fault.data())
                .source(fault.source())
                .retryAfter(RetryAfter.of(answer.header("Retry-After"), Clock.systemUTC()))
                .headers(answer.headers())
                .excerpt(fault.isEmpty() ? answer.excerpt() : null)
                .build();
    }
}
