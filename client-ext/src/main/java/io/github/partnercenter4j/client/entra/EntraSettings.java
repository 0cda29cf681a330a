package io.github.partnercenter4j.client.entra;

import com.microsoft.aad.msal4j.IClientCredential;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.internal.http.TransportSettings;
import java.net.URI;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an {@link EntraCredential}.
 *
 * @param clientCredential the secret or certificate of the application, or null for a public client
 * @param authority the authorization server, or null for that of the cloud
 * @param transport the settings of the HTTP transport
 * @param nanoTime a monotonic clock
 */
record EntraSettings(
        String tenant,
        String clientId,
        @Nullable IClientCredential clientCredential,
        @Nullable URI authority,
        TokenStore store,
        TransportSettings transport,
        Sleeper sleeper,
        LongSupplier nanoTime,
        Clock clock) {

    URI authorizationServer(Cloud cloud) {
        return authority == null ? cloud.authorizationServer() : authority;
    }

    String tenantUrl(Cloud cloud) {
        return authorizationServer(cloud) + "/" + tenant + "/";
    }

    @Override
    public String toString() {
        return "EntraSettings[tenant=" + tenant + ", clientId=" + clientId + "]";
    }
}
