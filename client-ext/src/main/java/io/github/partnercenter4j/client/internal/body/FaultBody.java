package io.github.partnercenter4j.client.internal.body;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of an error's body that could be read. */
public record FaultBody(
        @Nullable String code,
        @Nullable String description,
        List<String> data,
        @Nullable String source) {
    static final FaultBody UNREADABLE = new FaultBody(null, null, List.of(), null);

    /**
     * The codes that, with status 401, mean that the token was issued without multi-factor authentication. With other
     * statuses 10001 has other meanings. Source: Partner Center REST error codes.
     */
    private static final Set<String> MFA_CODES = Set.of("900421", "10001");

    /**
     * The code that, with status 401, means that the token was issued for another API. A new token has the same audience,
     * because it is requested with the same scope.
     */
    private static final String WRONG_AUDIENCE = "900420";

    /** True if a new token will be refused with a 401 like the last one. */
    public boolean refreshingFails() {
        return requiresMfa() || WRONG_AUDIENCE.equals(code);
    }

    /** True if a 401 means that the token lacks MFA, so refreshing it will not help. */
    public boolean requiresMfa() {
        return code != null && MFA_CODES.contains(code);
    }

    public boolean isEmpty() {
        return equals(UNREADABLE);
    }
}
