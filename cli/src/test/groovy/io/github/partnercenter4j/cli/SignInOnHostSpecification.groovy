package io.github.partnercenter4j.cli

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

/** Signing in with a sandbox, on machines that are not as usual. */
abstract class SignInOnHostSpecification extends AuthoritySpecification {
    @TempDir
    Path folder

    Path store
    Path certificate

    def setup() {
        store = folder.resolve('sign-in.json')
        certificate = folder.resolve('certificate.pem')
        Files.writeString(certificate, pem())
    }

    CommandRun login(Map<String, String> environment, Object... more) {
        CommandRun.of(environment, words(*more))
    }

    List<String> words(Object... more) {
        ['login', '--tenant', authority.tenantId(), '--client-id', authority.clientId(), '--authority', authority.url(), '--trust-store', certificate, *more]*.toString()
    }
}
