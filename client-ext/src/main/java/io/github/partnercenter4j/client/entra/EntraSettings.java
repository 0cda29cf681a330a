package io.github.partnercenter4j.client.entra;

import com.microsoft.aad.msal4j.IClientCredential;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.internal.http.TransportSettings;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EntraCredential} was built with.
 *
 * @param application how the application proves who it is, or null if it can keep no secret
 * @param authority where tokens come from in place of the cloud's own authority, or null
 * @param transport what the requests for tokens may use
 */
record EntraSettings(
        String tenant,
        String clientId,
        @Nullable IClientCredential application,
        @Nullable URI authority,
        TokenStore store,
        TransportSettings transport,
        MsalHttpClient.Pause pause,
        Clock clock) {

    URI authority(Cloud cloud) {
        return authority == null ? cloud.authorizationServer() : authority;
    }

    String tenantAuthority(Cloud cloud) {
        return authority(cloud) + "/" + tenant + "/";
    }

    @Override
    public String toString() {
        return "EntraSettings[tenant=" + tenant + ", clientId=" + clientId + "]";
    }
}
