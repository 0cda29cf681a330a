package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.service.OperationCall;
import io.github.partnercenter4j.sandbox.internal.service.ServiceResponse;
import io.github.partnercenter4j.sandbox.internal.service.WebApiError;
import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Creates the responses that a test can plan, for {@link PartnerCenterSandbox#next(ScriptedResponse)}. */
public final class Responses {

    private Responses() {}

    /**
     * Responds as the sandbox does when nothing is planned.
     *
     * @return the usual response
     */
    public static ScriptedResponse usual() {
        return new ScriptedResponse(OperationCall::usual);
    }

    /**
     * Changes every line item of the order to fulfilled.
     *
     * @return the usual response, after the order has changed
     */
    public static ScriptedResponse fulfilled() {
        return moved("fulfilled");
    }

    /**
     * Changes every line item of the order to pending.
     *
     * @return the usual response, after the order has changed
     */
    public static ScriptedResponse pending() {
        return moved("PrefulfillmentPending");
    }

    /**
     * Changes every line item of the order to unfulfilled.
     *
     * @return the usual response, after the order has changed
     */
    public static ScriptedResponse unfulfilled() {
        return moved("Unfulfilled");
    }

    private static ScriptedResponse moved(String status) {
        return new ScriptedResponse(call -> {
            call.behavior()
                    .orders()
                    .find(call.parameter("customer_id"), call.parameter("order_id"))
                    .ifPresent(order -> order.setStatus(status));
            return call.usual();
        });
    }

    /**
     * Responds with 400 and code 800002, unless another code is set.
     *
     * @return the example of the spec
     */
    public static ScriptedResponse badRequest() {
        return error(400);
    }

    /**
     * Responds with 401 and code 800001, unless another code is set.
     *
     * @return the example of the spec
     */
    public static ScriptedResponse unauthorized() {
        return error(401);
    }

    /**
     * Responds with 401 and code 900421: the token was issued without multi-factor authentication.
     *
     * @return the error
     */
    public static ScriptedResponse mfaRequired() {
        return unauthorized()
                .code("900421")
                .description("The access token lacks the proof of multifactor authentication.");
    }

    /**
     * Responds with 403 and code 20002, unless another code is set.
     *
     * @return the example of the spec
     */
    public static ScriptedResponse forbidden() {
        return error(403);
    }

    /**
     * Responds with 404 and code 20000, unless another code is set.
     *
     * @return the example of the spec
     */
    public static ScriptedResponse notFound() {
        return error(404);
    }

    /**
     * Responds with 429 and a Retry-After of 57 seconds, unless another time is set.
     *
     * @return the example of the spec
     */
    public static ScriptedResponse tooManyRequests() {
        return new ScriptedResponse(429, call -> call.faults().tooManyRequests(Duration.ofSeconds(57)));
    }

    /**
     * Responds with 500 and code 800003, unless another code is set.
     *
     * @return the example of the spec
     */
    public static ScriptedResponse serverError() {
        return error(500);
    }

    /**
     * Responds with any content, written in the form that the spec gives to the body of a status.
     *
     * @param status a status that the spec documents
     * @param content the body, which is ignored if the spec documents none: maps with the names of the spec's properties as keys, lists, strings, numbers and booleans
     * @return the response
     */
    public static ScriptedResponse response(int status, Map<String, ?> content) {
        return new ScriptedResponse(call -> {
            Collection<Content> forms =
                    call.match().operation().response(status).contents().values();
            return forms.isEmpty()
                    ? call.faults().example(status)
                    : new ServiceResponse(status, forms.iterator().next().schema(), content);
        });
    }

    /**
     * Responds with any status, documented or not, and any body.
     *
     * @param status the status, from 200 to 599
     * @param contentType the value of Content-Type
     * @param body the body, sent byte for byte
     * @return the response
     */
    public static ScriptedResponse bytes(int status, String contentType, byte[] body) {
        return new ScriptedResponse(call -> new ServiceResponse(status, WebApiError.SCHEMA, Map.of()))
                .body(contentType, body);
    }

    private static ScriptedResponse error(int status) {
        return new ScriptedResponse(status, call -> call.faults().example(status));
    }
}
