package io.github.partnercenter4j.cli.signin;

import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The tenant, application and cloud of a sign-in. None of these is secret.
 *
 * @param authority replaces the cloud's own authorization server, or null
 */
public record SignIn(
        String tenant,
        String clientId,
        Cloud cloud,
        @Nullable String authority) {

    /**
     * Sets these values in the builder of a credential.
     *
     * @throws IllegalArgumentException if the builder refuses a value
     */
    public void applyTo(EntraCredentialBuilder builder) {
        builder.tenant(tenant).clientId(clientId);
        if (authority != null) {
            builder.authority(authority);
        }
    }

    /** Returns the name of a cloud as the option --cloud accepts it. */
    public static String name(Cloud cloud) {
        return cloud.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
