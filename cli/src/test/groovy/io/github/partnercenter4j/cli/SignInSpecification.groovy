package io.github.partnercenter4j.cli

import com.fasterxml.jackson.databind.json.JsonMapper
import spock.lang.TempDir

/** Signing in once and using the sign-in, with the real MSAL and the authorization server of the sandbox. */
abstract class SignInSpecification extends AuthoritySpecification {
    static final JsonMapper JSON = new JsonMapper()

    @TempDir
    File folder

    File store
    File certificate

    def setup() {
        store = new File(folder, 'new/sign-in.json')
        certificate = new File(folder, 'certificate.pem')
        certificate.text = pem()
    }

    CommandRun login(Map<String, String> environment = [:], Object... more) {
        CommandRun.of([PARTNER_CENTER_STORE: store as String] + environment, words('login', *more))
    }

    List<Object> words(String command, Object... more) {
        def defaults = ['--tenant': authority.tenantId(), '--client-id': authority.clientId(), '--authority': authority.url(), '--trust-store': certificate]
        [command, *defaults.findAll { !(it.key in more) }.collectMany { [it.key, it.value] }, *more]*.toString()
    }

    CommandRun status(Map<String, String> environment = [:], Object... more) {
        run(environment, 'status', '--customer', sandbox.customerId(), '--order', sandbox.orderId(), '--base-url', sandbox.baseUrl(), *more)
    }

    CommandRun run(Map<String, String> environment, Object... args) {
        CommandRun.of([PARTNER_CENTER_STORE: store as String] + environment, [*args, '--trust-store', certificate])
    }
}
