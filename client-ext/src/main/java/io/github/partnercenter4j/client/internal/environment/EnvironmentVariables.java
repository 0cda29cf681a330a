package io.github.partnercenter4j.client.internal.environment;

import io.github.partnercenter4j.client.internal.text.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The environment variables of this project. */
public final class EnvironmentVariables {
    public static final String TOKEN = "PARTNER_CENTER_TOKEN";
    public static final String STORE = "PARTNER_CENTER_STORE";
    public static final String PROXY_PASSWORD = "PARTNER_CENTER_PROXY_PASSWORD";
    public static final String TRUST_STORE_PASSWORD = "PARTNER_CENTER_TRUST_STORE_PASSWORD";
    public static final String CLIENT_CERTIFICATE_PASSWORD = "PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD";
    public static final String DATABASE_PASSWORD = "PARTNER_CENTER_DATABASE_PASSWORD";

    /** Only pcorders uses the four passwords, and the client ignores them. The shell that it runs in may have them set for other programs too. */
    private static final List<String> ALL =
            List.of(TOKEN, STORE, PROXY_PASSWORD, TRUST_STORE_PASSWORD, CLIENT_CERTIFICATE_PASSWORD, DATABASE_PASSWORD);

    private static final String PREFIX = "PARTNER_CENTER_";

    private EnvironmentVariables() {}

    /**
     * Checks that each variable with the prefix of this project is known.
     *
     * @throws IllegalStateException if one is not; the message names it and the one that was probably meant
     */
    public static void requireKnown(Map<String, String> environment) {
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !ALL.contains(name)) {
                throw new IllegalStateException("The environment variable " + name + " is not known. "
                        + Suggestion.closest(rest(name), rests())
                                .map(meant -> "Did you mean " + PREFIX + meant + "?")
                                .orElseGet(() -> "Unset it, or use one of " + String.join(", ", ALL)));
            }
        }
    }

    /** What all have in common does not make two names similar. */
    private static String rest(String name) {
        return name.substring(PREFIX.length());
    }

    private static List<String> rests() {
        return ALL.stream().map(EnvironmentVariables::rest).toList();
    }
}
