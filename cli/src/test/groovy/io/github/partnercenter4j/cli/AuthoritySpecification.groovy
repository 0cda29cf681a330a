package io.github.partnercenter4j.cli

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.token.AuthorizationServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A sandbox whose authorization server is as after its start in each feature. */
abstract class AuthoritySpecification extends Specification {
    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()
    @Shared
    AuthorizationServer authority = sandbox.authorizationServer()

    def setup() {
        authority.pollInterval(Duration.ZERO).lifetime(Duration.ofMinutes(75)).revokesUsedRefreshTokens(false)
    }

    /** The certificate of the sandbox as PEM. */
    String pem() {
        "-----BEGIN CERTIFICATE-----\n${sandbox.trustStore().getCertificate('sandbox').encoded.encodeBase64()}\n-----END CERTIFICATE-----\n"
    }
}
