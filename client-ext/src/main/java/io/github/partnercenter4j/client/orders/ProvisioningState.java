package io.github.partnercenter4j.client.orders;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A status of provisioning, read without case and underscores, since the service's vocabulary is open and its case
 * varies. Source: the page Order resources names Fulfilled, Unfulfilled and PrefulfillmentPending.
 *
 * @param raw the status as the service wrote it, or null where it is missing
 */
public record ProvisioningState(@Nullable String raw) {

    /** What a status comes to. */
    public enum Kind {
        /** Provisioned. */
        FULFILLED,
        /** Cancelled: it will not be provisioned. */
        UNFULFILLED,
        /** Still processing. */
        PENDING,
        /** A status that this version does not know, or none: to be treated as pending. */
        UNKNOWN
    }

    /**
     * Reads a status.
     *
     * @param status the status of a line item or a quantity, or null
     * @return the state, with the raw value kept
     */
    public static ProvisioningState of(@Nullable String status) {
        return new ProvisioningState(status);
    }

    /**
     * Tells what the status comes to.
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
     * Shows the status as the service wrote it.
     *
     * @return the raw status, or (none)
     */
    @Override
    public String toString() {
        return raw == null ? "(none)" : raw;
    }
}
