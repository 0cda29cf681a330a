package io.github.partnercenter4j.sandbox.token

import com.fasterxml.jackson.databind.json.JsonMapper
import java.net.http.HttpHeaders

/** Sends requests to the authorization server, without a connection. */
class TokenClient {

    static final SCOPE = 'https://api.partnercenter.microsoft.com/user_impersonation offline_access openid profile'

    private final AuthorizationServer server

    TokenClient(AuthorizationServer server) {
        this.server = server
    }

    Answer post(String endpoint, Map<String, String> form, String tenant = server.tenantId()) {
        send('POST', "/$tenant/oauth2/v2.0/$endpoint", encoded(form))
    }

    Answer get(String path, Map<String, String> query = [:]) {
        send('GET', path + (query ? '?' + encoded(query) : ''))
    }

    Answer refresh(String refreshToken, Map<String, String> others = [:]) {
        post('token', [grant_type: 'refresh_token', refresh_token: refreshToken, client_id: server.clientId(),
            client_secret: server.clientSecret(), scope: SCOPE, client_info: '1'] + others)
    }

    Answer poll(String deviceCode) {
        post('token', [grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: deviceCode, client_id: server.clientId(), scope: SCOPE])
    }

    /** Fails as a client does if the connection is closed without a response. */
    Answer send(String method, String target, String body = '', Map<String, String> headers = [Host: 'localhost']) {
        def exchange = new InProcessExchange(method, target, body, headers)
        server.respond(exchange)
        assert exchange.closed
        if (exchange.responseCode < 0) {
            throw new IOException('The connection was closed')
        }
        assert exchange.announced == (exchange.responseBody.size() ?: -1)
        new Answer(exchange)
    }

    static Map json(Answer response) {
        new JsonMapper().readValue(response.body(), Map)
    }

    static Map claims(String jwt) {
        new JsonMapper().readValue(jwt.tokenize('.')[1].decodeBase64Url(), Map)
    }

    static String encoded(Map<String, String> form) {
        form.findAll { it.value != null }.collect { "${it.key}=${URLEncoder.encode(it.value, 'UTF-8')}" }.join('&')
    }

    /** A response, with the methods that those of the JDK's client have. */
    static class Answer {
        private final InProcessExchange exchange

        Answer(InProcessExchange exchange) {
            this.exchange = exchange
        }

        int statusCode() {
            exchange.responseCode
        }

        String body() {
            exchange.responseBody.toString('UTF-8')
        }

        HttpHeaders headers() {
            HttpHeaders.of(exchange.responseHeaders, { name, value -> true })
        }
    }
}
