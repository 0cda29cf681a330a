package io.github.partnercenter4j.sandbox.token

import static io.github.partnercenter4j.sandbox.token.TokenClient.json

import java.time.Duration

/** Signs in with a device code. */
class DeviceCodeSpec extends AuthorizationServerSpecification {

    def "a device code is exchanged once"() {
        when:
        def code = json(client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE]))

        then:
        code.keySet() == ['user_code', 'device_code', 'verification_uri', 'expires_in', 'interval', 'message'] as Set
        code.user_code ==~ /[A-Z0-9]{9}/
        code.message.contains(code.user_code)
        [code.expires_in, code.interval] == [900, 5]
        status(json(client.poll(code.device_code)).access_token) == 200
        refused(client.poll(code.device_code)) == [400, 'bad_verification_code', 70018]
    }

    def "a device code expires after 15 minutes"() {
        given:
        def code = json(client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE]))

        when:
        clock.pass(Duration.ofMinutes(15))

        then:
        refused(client.poll(code.device_code)) == [400, 'expired_token', 70020]
    }

    def "the user can decline the device code"() {
        given:
        def code = json(client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE]))
        server.declinesSignIns(true)

        expect:
        refused(client.poll(code.device_code)) == [400, 'authorization_declined', 70017]
    }

    def "the interval is the one that the server was told, and users decline until it is told otherwise"() {
        given:
        server.pollInterval(Duration.ZERO).declinesSignIns(true).declinesSignIns(false)

        when:
        def code = json(client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE]))

        then:
        code.interval == 0
        client.poll(code.device_code).statusCode() == 200

        cleanup:
        server.pollInterval(Duration.ofSeconds(5))
    }

    def "a device code is refused for #change with #number"(Map<String, String> change, int number) {
        expect:
        refused(client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE] + change)).last() == number

        where:
        change             || number
        [client_id: 'x']   || 700016
        [client_id: null]  || 900144
        [scope: null]      || 900144
    }
}
