package io.github.partnercenter4j.watch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An order to watch.
 *
 * @param customerId the GUID of the customer
 * @param orderId the id of the order, exactly as Partner Center returned it; case matters
 * @param attributes further values of the caller, in order, such as the columns of a file; the result has them too
 */
public record WatchedOrder(String customerId, String orderId, Map<String, String> attributes) {
    private static final int MAX_ID_LENGTH = 256;

    /**
     * Creates an order. Copies the attributes.
     *
     * @param customerId the GUID of the customer
     * @param orderId the id of the order
     * @param attributes further values of the caller
     * @throws IllegalArgumentException if an id is empty, has more than 256 characters, or contains spaces or control
     *     characters
     */
    public WatchedOrder {
        requireId("customerId", customerId);
        requireId("orderId", orderId);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * Creates an order without attributes.
     *
     * @param customerId the GUID of the customer
     * @param orderId the id of the order
     * @return the order
     * @throws IllegalArgumentException as the constructor
     */
    public static WatchedOrder of(String customerId, String orderId) {
        return new WatchedOrder(customerId, orderId, Map.of());
    }

    private static void requireId(String name, String id) {
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + MAX_ID_LENGTH + " characters, but has " + id.length());
        }
        if (id.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSpaceChar(c))) {
            throw new IllegalArgumentException(name + " must not contain spaces or control characters");
        }
    }
}
