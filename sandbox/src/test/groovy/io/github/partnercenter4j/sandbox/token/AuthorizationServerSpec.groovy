package io.github.partnercenter4j.sandbox.token

import static io.github.partnercenter4j.sandbox.token.TokenClient.json

import io.github.partnercenter4j.sandbox.internal.http.Guid
import io.github.partnercenter4j.sandbox.internal.http.LocalRequests

/** What every request to the authorization server has in common: tenants, errors, discovery and the record of calls. */
class AuthorizationServerSpec extends AuthorizationServerSpecification {

    def "an error has the form of the Microsoft identity platform"() {
        when:
        def error = json(client.refresh('unknown'))

        then:
        error.keySet() == ['error', 'error_description', 'error_codes', 'timestamp', 'trace_id', 'correlation_id', 'error_uri'] as Set
        error.error_description == "AADSTS70000: The provided value for the 'refresh_token' parameter is not valid. Trace ID: ${error.trace_id}" +
            " Correlation ID: ${error.correlation_id} Timestamp: ${error.timestamp}"
        error.timestamp ==~ /2026-\d\d-\d\d 03:\d\d:05Z/
        error.trace_id ==~ Guid.PATTERN
    }

    def "the response for the tenant #tenant is #status"(String tenant, int status) {
        expect:
        client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE], tenant).statusCode() == status

        where:
        tenant                                 || status
        'common'                               || 200
        'organizations'                        || 200
        '00000000-0000-0000-0000-000000000000' || 400
    }

    def "the discovery documents contain the endpoints"() {
        when:
        def configuration = json(client.get("/common/v2.0/.well-known/openid-configuration"))
        def instances = json(client.get('/common/discovery/instance', ['api-version': '1.1']))

        then:
        ['token', 'authorize'].every { configuration["${it == 'token' ? it : 'authorization'}_endpoint"] == "${server.url()}/${server.tenantId()}/oauth2/v2.0/$it" }
        configuration.device_authorization_endpoint == "${server.url()}/${server.tenantId()}/oauth2/v2.0/devicecode"
        instances.tenant_discovery_endpoint == "${server.url()}/${server.tenantId()}/v2.0/.well-known/openid-configuration"
        client.get('/elsewhere').statusCode() == 404
        client.get("/common/oauth2/v2.0/token").statusCode() == 400
    }

    def "recorded calls contain what was requested, and no secret"() {
        given:
        def refreshToken = server.refreshToken()
        def before = server.calls().size()

        when:
        client.refresh(refreshToken)

        then:
        server.calls().drop(before) == [new TokenCall("/${server.tenantId()}/oauth2/v2.0/token", 'refresh_token', server.clientId(), TokenClient.SCOPE)]
        !server.calls().toString().contains(refreshToken)
        !server.calls().toString().contains(server.clientSecret())
    }

    def "no response is kept by a cache, and each has an id"() {
        given:
        def responses = (1..2).collect { client.get('/elsewhere') }

        expect:
        responses*.headers()*.firstValue('Cache-Control')*.get() == ['no-store, no-cache'] * 2
        responses*.headers()*.firstValue('x-ms-request-id')*.get().toSet().findAll { it ==~ Guid.PATTERN }.size() == 2
    }

    def "a request that is not for this machine is refused, and not recorded: #headers"(Map<String, String> headers) {
        given:
        def before = server.calls().size()
        def response = client.send('GET', '/common/discovery/instance', '', headers)

        expect:
        response.statusCode() == 403
        response.body() == LocalRequests.REFUSAL
        server.calls().size() == before

        where:
        headers << [[:], [Host: 'evil.example'], [Host: 'localhost', Origin: 'http://evil.example']]
    }
}
