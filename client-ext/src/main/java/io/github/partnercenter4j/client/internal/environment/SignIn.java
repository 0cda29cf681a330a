package io.github.partnercenter4j.client.internal.environment;

import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.entra.EntraCredential;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import io.github.partnercenter4j.client.entra.TokenStore;
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
     * Starts a credential whose tokens are kept in a store. The values of this sign-in are not set yet. It never opens a
     * browser that nobody asked for: without a refresh token the sign-in has ended.
     */
    public static EntraCredentialBuilder credential(TokenStore store) {
        return EntraCredential.browser(page -> {
                    throw new CredentialException(
                            "No token: the sign-in has ended. Sign in again with 'pcorders login'", null);
                })
                .store(store);
    }

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
