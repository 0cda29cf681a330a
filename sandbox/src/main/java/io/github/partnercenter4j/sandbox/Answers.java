package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import java.time.Duration;
import java.util.Map;

/** The answers that a test can plan, for {@link PartnerCenterSandbox#next(ScriptedAnswer)}. */
public final class Answers {

    private Answers() {}

    /**
     * What the sandbox answers when nothing is planned.
     *
     * @return the usual answer
     */
    public static ScriptedAnswer usual() {
        return new ScriptedAnswer(Exchange::usual);
    }

    /**
     * The order with every line item fulfilled, from then on.
     *
     * @return the usual answer, after the order has moved
     */
    public static ScriptedAnswer fulfilled() {
        return moved("fulfilled");
    }

    /**
     * The order with every line item pending, from then on.
     *
     * @return the usual answer, after the order has moved
     */
    public static ScriptedAnswer pending() {
        return moved("PrefulfillmentPending");
    }

    /**
     * The order with every line item unfulfilled, from then on.
     *
     * @return the usual answer, after the order has moved
     */
    public static ScriptedAnswer unfulfilled() {
        return moved("Unfulfilled");
    }

    private static ScriptedAnswer moved(String status) {
        return new ScriptedAnswer(exchange -> {
            exchange.behaviour()
                    .orders()
                    .find(exchange.parameter("customer_id"), exchange.parameter("order_id"))
                    .ifPresent(order -> order.setStatus(status));
            return exchange.usual();
        });
    }

    /**
     * 400, code 800002 unless another is given.
     *
     * @return the error that the spec shows
     */
    public static ScriptedAnswer badRequest() {
        return error(400);
    }

    /**
     * 401, code 800001 unless another is given.
     *
     * @return the error that the spec shows
     */
    public static ScriptedAnswer unauthorized() {
        return error(401);
    }

    /**
     * 401 with code 900421: the token lacks the proof of multifactor authentication.
     *
     * @return the error
     */
    public static ScriptedAnswer mfaRequired() {
        return unauthorized()
                .code("900421")
                .description("The access token lacks the proof of multifactor authentication.");
    }

    /**
     * 403, code 20002 unless another is given.
     *
     * @return the error that the spec shows
     */
    public static ScriptedAnswer forbidden() {
        return error(403);
    }

    /**
     * 404, code 20000 unless another is given.
     *
     * @return the error that the spec shows
     */
    public static ScriptedAnswer notFound() {
        return error(404);
    }

    /**
     * 429, with a Retry-After of 57 seconds unless another is given.
     *
     * @return the error that the spec shows
     */
    public static ScriptedAnswer tooManyRequests() {
        return new ScriptedAnswer(exchange -> exchange.faults().tooManyRequests(Duration.ofSeconds(57)));
    }

    /**
     * 500, code 800003 unless another is given.
     *
     * @return the error that the spec shows
     */
    public static ScriptedAnswer serverError() {
        return error(500);
    }

    /**
     * Any status with any content, in the form that the spec gives the body of that status.
     *
     * @param status a status that the spec documents
     * @param content the body: maps, lists, strings, numbers and booleans by the names of the spec's properties
     * @return the answer
     */
    public static ScriptedAnswer answer(int status, Map<String, ?> content) {
        return new ScriptedAnswer(exchange -> {
            Content form = exchange.match()
                    .operation()
                    .response(status)
                    .contents()
                    .values()
                    .iterator()
                    .next();
            return new Answer(status, form.schema(), content);
        });
    }

    /**
     * Any status, documented or not, with a body byte for byte.
     *
     * @param status the status, from 200 to 599
     * @param contentType the value of Content-Type
     * @param body the body
     * @return the answer
     */
    public static ScriptedAnswer bytes(int status, String contentType, byte[] body) {
        return new ScriptedAnswer(exchange -> new Answer(status, WebApiError.SCHEMA, Map.of())).body(contentType, body);
    }

    private static ScriptedAnswer error(int status) {
        return new ScriptedAnswer(exchange -> exchange.faults().shown(status));
    }
}
