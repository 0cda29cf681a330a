package io.github.partnercenter4j.client.orders;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A provisioning status. Case and underscores are ignored, because the service writes them in different ways, and unknown
 * values are allowed. Source: the page Order resources lists Fulfilled, Unfulfilled and PrefulfillmentPending.
 *
 * @param raw the status as the service wrote it, or null if it is missing
 */
public record ProvisioningState(@Nullable String raw) {

    /** The meaning of a status. */
    public enum Kind {
        /** Provisioned. */
        FULFILLED,
        /** Cancelled: it will not be provisioned. */
        UNFULFILLED,
        /** Still processing. */
        PENDING,
        /** An unknown status, or none. Treat it as pending. */
        UNKNOWN
    }

    /**
     * Interprets a status.
     *
     * @param status the status of a line item or a quantity, or null
     * @return the state, which keeps the raw value
     */
    public static ProvisioningState of(@Nullable String status) {
        return new ProvisioningState(status);
    }

    /**
     * Returns the meaning of the status.
     *
     * @return the kind
     */
    public Kind kind() {
        if (raw == null) {
            return Kind.UNKNOWN;
        }
        return switch (raw.replace("_", "").toLowerCase(Locale.ROOT)) {
            case "fulfilled" -> Kind.FULFILLED;
            case "unfulfilled" -> Kind.UNFULFILLED;
            case "prefulfillmentpending", "pending" -> Kind.PENDING;
            default -> Kind.UNKNOWN;
        };
    }

    /**
     * Returns the status as the service wrote it.
     *
     * @return the raw status, or (none)
     */
    @Override
    public String toString() {
        return raw == null ? "(none)" : raw;
    }
}
