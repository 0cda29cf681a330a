package io.github.partnercenter4j.conformance

import io.github.partnercenter4j.sandbox.TokenAnswer

/** No secret shows in what is thrown, printed or logged, MSAL's own log at its finest included. */
class EntraSecrecySpec extends EntraSpecification {
    def 'no secret shows anywhere, however the authority answers'() {
        given: 'an authority that repeats what it was sent'
        def refreshToken = authority.refreshToken()
        def echo = "$refreshToken ${authority.clientSecret()} eyJhbGciOi.eyJhdWQi.c2ln".toString()
        def issued = '{"token_type":"Bearer","access_token":"canary-access","refresh_token":"canary-refresh","expires_in":3600,"scope":"s","id_token":"eyJhbGciOi"}'
        def script = authority.next(TokenAnswer.error('invalid_grant', 70000, echo))
        [TokenAnswer.error('invalid_client', 7000215, echo), TokenAnswer.body(400, "<html>$echo</html>"), TokenAnswer.body(500, "<html>$echo</html>"),
            TokenAnswer.body(200, "<html>$echo</html>"), TokenAnswer.body(200, "{\"x\":\"$echo\"}"), TokenAnswer.body(200, issued),
            TokenAnswer.body(400, "{\"error\":\"$echo\"}"), TokenAnswer.body(400, "{\"error\":\"invalid_grant\",\"trace_id\":\"$echo\",\"correlation_id\":\"$echo\"}")].each { script.then(it) }
        def secrets = [refreshToken, authority.clientSecret(), 'canary-access', 'canary-refresh', 'eyJ']

        when:
        def said = signIns(refreshToken)

        then: 'much was said'
        script.remaining() == 0
        said.any { it.contains('com.microsoft.aad.msal4j') && it.startsWith('DEBUG') }
        said.count { it.contains('CredentialException: No token') } >= 8
        said.any { it.contains('AccessToken[value=***') }

        and: 'nothing of this'
        secrets.each { secret ->
            [secret, URLEncoder.encode(secret, 'UTF-8'), secret.bytes.encodeBase64().toString().replaceAll(/.{0,2}=*$/, '')].each { form ->
                assert said.findAll { it.contains(form) } == []
            }
        }
    }

    /** In a class loader of its own, where SLF4J finds the recorder. */
    private List<String> signIns(String refreshToken) {
        def before = System.getProperty('slf4j.provider')
        System.setProperty('slf4j.provider', RecordedLogs.name)
        def urls = System.getProperty('java.class.path').split(File.pathSeparator).collect { new File(it).toURI().toURL() }
        def loader = new URLClassLoader(urls as URL[], ClassLoader.platformClassLoader)
        try {
            loader.loadClass(LoggedSignIns.name).getMethod('run', String, javax.net.ssl.SSLContext, String, String, String, String, int)
                .invoke(null, authority.url(), sandbox.sslContext(), authority.tenantId(), authority.clientId(), authority.clientSecret(), refreshToken, 6) as List<String>
        } finally {
            before == null ? System.clearProperty('slf4j.provider') : System.setProperty('slf4j.provider', before)
            loader.close()
        }
    }
}
