package io.github.partnercenter4j.client.internal.body;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What could be read of an error's body, each property by itself. */
public record FaultBody(
        @Nullable String code,
        @Nullable String description,
        List<String> data,
        @Nullable String source) {
    static final FaultBody UNREADABLE = new FaultBody(null, null, List.of(), null);

    /**
     * Codes under 401 which say that the sign-in lacked multi-factor authentication. A code alone says nothing: 10001 has
     * other meanings elsewhere. Source: Partner Center REST error codes.
     */
    private static final Set<String> MFA_CODES = Set.of("900421", "10001");

    /** Whether, under 401, to renew the token can not help. */
    public boolean asksForMfa() {
        return code != null && MFA_CODES.contains(code);
    }

    public boolean isEmpty() {
        return equals(UNREADABLE);
    }
}
