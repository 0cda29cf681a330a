package io.github.partnercenter4j.sandbox.internal.order;

import io.github.partnercenter4j.sandbox.SandboxOrder;
import io.github.partnercenter4j.sandbox.internal.http.PathSegment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The links between the pages of an order. The sandbox uses both known forms, with and without the version in the path. */
public record PageLinks(SandboxOrder order) {

    public static final String CONTINUATION = "MS-ContinuationToken";

    private static final String PREFIX = "offset:";

    Map<String, @Nullable Object> of(int offset) {
        int next = offset + order.pageSize();
        Map<String, @Nullable Object> links = new LinkedHashMap<>();
        links.put("self", link("", "", null));
        links.put("next", next < order.lineItems().size() ? link(version(next), "Next", next) : null);
        int previous = Math.max(0, offset - order.pageSize());
        links.put("previous", offset > 0 ? link("/v1", "Previous", previous) : null);
        return links;
    }

    /** The two forms alternate, so that three pages use both. */
    private String version(int offset) {
        return offset / order.pageSize() % 2 == 0 ? "/v1" : "";
    }

    private Map<String, @Nullable Object> link(String version, String direction, @Nullable Integer offset) {
        String uri = version + "/customers/" + order.customerId() + "/orders/" + PathSegment.encoded(order.orderId())
                + "/provisioningstatus";
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("uri", offset == null ? uri : uri + "?size=" + order.pageSize() + "&seekOperation=" + direction);
        link.put("method", "GET");
        link.put("headers", offset == null ? List.of() : List.of(Map.of("key", CONTINUATION, "value", token(offset))));
        link.put("body", null);
        return link;
    }

    private static String token(int offset) {
        return Base64.getEncoder().encodeToString((PREFIX + offset).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the offset of a continuation token; empty if this order did not issue it. */
    public OptionalInt offset(String token) {
        for (int offset = 0; offset < order.lineItems().size() && order.pageSize() > 0; offset += order.pageSize()) {
            if (token(offset).equals(token)) {
                return OptionalInt.of(offset);
            }
        }
        return OptionalInt.empty();
    }
}
