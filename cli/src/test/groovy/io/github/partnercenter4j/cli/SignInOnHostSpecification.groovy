package io.github.partnercenter4j.cli

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.token.AuthorizationServer
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Signing in with a sandbox, on machines that are not as usual. */
abstract class SignInOnHostSpecification extends Specification {
    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()
    @Shared
    AuthorizationServer authority = sandbox.authorizationServer()

    @TempDir
    Path folder

    Path store
    Path certificate

    def setup() {
        authority.pollInterval(Duration.ZERO).lifetime(Duration.ofMinutes(75)).revokesUsedRefreshTokens(false)
        store = folder.resolve('sign-in.json')
        certificate = folder.resolve('certificate.pem')
        Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\n${sandbox.trustStore().getCertificate('sandbox').encoded.encodeBase64()}\n-----END CERTIFICATE-----\n")
    }

    CommandRun login(Map<String, String> environment, Object... more) {
        CommandRun.of(environment, words(*more))
    }

    List<String> words(Object... more) {
        ['login', '--tenant', authority.tenantId(), '--client-id', authority.clientId(), '--authority', authority.url(), '--trust-store', certificate, *more]*.toString()
    }
}
