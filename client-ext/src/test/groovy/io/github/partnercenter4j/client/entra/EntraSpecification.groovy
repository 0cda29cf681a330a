package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.TokenRequest
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.token.AuthorizationServer
import io.github.partnercenter4j.sandbox.token.TokenCall
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Runs the real MSAL4J against the sandbox's authorization server. */
abstract class EntraSpecification extends Specification {
    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @Shared
    AuthorizationServer authorizationServer = sandbox.authorizationServer()

    TestClock clock = new TestClock()
    KeptStore store = new KeptStore()
    int callsBefore = authorizationServer.calls().size()
    /** The pauses between requests. Each moves the time on, and takes none. */
    List<Duration> pauses = new CopyOnWriteArrayList<>()
    volatile long time = System.nanoTime()

    def setup() {
        authorizationServer.lifetime(Duration.ofMinutes(75)).pollInterval(Duration.ZERO).mfa(true).revokesUsedRefreshTokens(false).declinesSignIns(false)
    }

    EntraCredentialBuilder ready(EntraCredentialBuilder builder) {
        builder.tenant(authorizationServer.tenantId()).clientId(authorizationServer.clientId()).authority(authorizationServer.url()).sslContext(sandbox.sslContext())
            .clock(clock).nanoTime { time }.sleeper { Duration pause ->
                pauses << pause
                time += pause.toNanos()
            }
    }

    EntraCredentialBuilder byRefreshToken(String refreshToken = authorizationServer.refreshToken()) {
        ready(EntraCredential.refreshToken(refreshToken)).clientSecret(authorizationServer.clientSecret())
    }

    static AccessToken token(Credential credential, AccessToken refused = null, Duration timeout = Duration.ofMinutes(1), Cloud cloud = Cloud.PUBLIC) {
        credential.token(new TokenRequest(cloud, timeout, refused))
    }

    static CredentialException failure(Closure<?> action) {
        try {
            action()
        } catch (CredentialException e) {
            return e
        }
        throw new AssertionError('It did not fail' as Object)
    }

    /** Returns the requests to the authorization server since the feature began. */
    List<TokenCall> asked() {
        authorizationServer.calls().drop(callsBefore)
    }

    int status(AccessToken token) {
        def api = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(token.value())).build()
        api.withCloseable { it.orders().getProvisioningStatusWithResponse(sandbox.customerId(), sandbox.orderId()).status() }
    }

    static class TestClock extends Clock {
        volatile Duration ahead = Duration.ZERO

        @Override
        Instant instant() {
            Instant.now() + ahead
        }

        @Override
        ZoneId getZone() {
            ZoneId.of('Z')
        }

        @Override
        Clock withZone(ZoneId zone) {
            this
        }
    }

    static class KeptStore implements TokenStore {
        volatile String text
        volatile int saved

        @Override
        String load() {
            text
        }

        @Override
        void save(String tokens) {
            text = tokens
            saved++
        }
    }
}
