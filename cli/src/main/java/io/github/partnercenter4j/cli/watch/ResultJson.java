package io.github.partnercenter4j.cli.watch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.partnercenter4j.watch.LineItemStatus;
import io.github.partnercenter4j.watch.OrderResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a result as one line of JSON, in ASCII, so that no reader mistakes a character for a line end. */
final class ResultJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final String NUMBER = "number";
    private static final String CUSTOMER_ID = "customerId";
    private static final String ORDER_ID = "orderId";
    /** How the first line of each results file begins. */
    static final String START = "{\"" + NUMBER + "\":1,";

    /** What identifies a line. */
    record Key(long number, String customerId, String orderId) {
        static Key of(OrderResult result) {
            return new Key(result.number(), result.customerId(), result.orderId());
        }
    }

    private ResultJson() {}

    /** Returns the line, without its end. */
    static String write(OrderResult result) {
        ObjectNode line = JSON.createObjectNode();
        line.put(NUMBER, result.number());
        line.put(CUSTOMER_ID, result.customerId());
        line.put(ORDER_ID, result.orderId());
        ObjectNode attributes = line.putObject("attributes");
        result.attributes().forEach(attributes::put);
        line.put("outcome", result.kind().name().toLowerCase(Locale.ROOT));
        line.put("reason", result.reason());
        ArrayNode lineItems = line.putArray("lineItems");
        for (LineItemStatus item : result.lineItems()) {
            lineItems
                    .addObject()
                    .put("lineItemNumber", item.lineItemNumber())
                    .put("orderLineItemId", item.orderLineItemId())
                    .put("status", item.status());
        }
        line.put("firstAsked", time(result.firstAsked()));
        line.put("done", time(result.done()));
        line.put("requests", result.requests());
        line.put("requestId", result.requestId());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of strings and numbers cannot be written as JSON", e);
        }
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Returns what identifies a line, or null if it is not a result. */
    static @Nullable Key key(String line) {
        try {
            JsonNode tree = JSON.readTree(line);
            if (tree.path(NUMBER).canConvertToLong()
                    && tree.path(CUSTOMER_ID).isTextual()
                    && tree.path(ORDER_ID).isTextual()) {
                return new Key(
                        tree.path(NUMBER).longValue(),
                        tree.path(CUSTOMER_ID).textValue(),
                        tree.path(ORDER_ID).textValue());
            }
            return null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
