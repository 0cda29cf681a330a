package io.github.partnercenter4j.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Response;
import io.github.partnercenter4j.model.ApiResponse;
import org.jspecify.annotations.Nullable;

/** Ends a call: a documented success becomes its value, anything else exactly one exception. */
final class AnswerReader {
    private final BodyDecoder bodies;
    private final FaultReader faults;

    AnswerReader(JsonMapper json, FaultReader faults) {
        this.bodies = new BodyDecoder(json);
        this.faults = faults;
    }

    @Nullable
    Object read(Call call, Response response) {
        Answer answer = Answer.of(call, response);
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
        if (answer.status() == 401 && fault.asksForMfa()) {
            return new CredentialException(
                    CredentialException.Kind.MFA_REQUIRED,
                    "The service answered 401, code " + fault.code() + ": the token came of a sign-in without"
                            + " multi-factor authentication. Sign in again with it; to renew the token can not help",
                    null,
                    answer.ids());
        }
        return new ServiceException(answer, fault);
    }
}
