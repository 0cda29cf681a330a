package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.internal.call.Backoff
import io.github.partnercenter4j.client.internal.http.TransportSettings
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A client for MSAL, and the authorization server that it calls. */
abstract class MsalHttpClientSpecification extends Specification {
    static final TransportSettings SETTINGS = new TransportSettings(Duration.ofMinutes(1), 1, 1_000_000)

    @AutoCleanup(quiet = true)
    RawServer server

    MsalHttpClient http(Pause pause) {
        new MsalHttpClient(SETTINGS, URI.create(server.url), pacing(pause))
    }

    static RequestPacing pacing(Pause pause) {
        new RequestPacing(new AuthorizationServerGate({ 0L }), Backoff.ofSystem(), { }, { 0L }, pause)
    }
}
