package io.github.partnercenter4j.cli.signin;

import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * To what somebody signs in, and by which application. Nothing of it is secret.
 *
 * @param authority where tokens come from in place of the cloud's own authority, or null
 */
public record SignIn(
        String tenant,
        String clientId,
        Cloud cloud,
        @Nullable String authority) {

    /**
     * Sets a credential up.
     *
     * @throws IllegalArgumentException if it refuses a value
     */
    public void applyTo(EntraCredentialBuilder builder) {
        builder.tenant(tenant).clientId(clientId);
        if (authority != null) {
            builder.authority(authority);
        }
    }

    /** The cloud as the option --cloud takes it. */
    public static String name(Cloud cloud) {
        return cloud.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
