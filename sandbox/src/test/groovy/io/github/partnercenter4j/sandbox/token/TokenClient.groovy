package io.github.partnercenter4j.sandbox.token

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers

/** Sends requests to the authorization server, with the HTTP client of the JDK. */
class TokenClient {

    static final SCOPE = 'https://api.partnercenter.microsoft.com/user_impersonation offline_access openid profile'

    private final AuthorizationServer server
    private final HttpClient http

    TokenClient(PartnerCenterSandbox sandbox) {
        server = sandbox.authorizationServer()
        http = HttpClient.newBuilder().sslContext(sandbox.sslContext()).version(HttpClient.Version.HTTP_1_1).build()
    }

    HttpResponse<String> post(String endpoint, Map<String, String> form, String tenant = server.tenantId()) {
        http.send(request("/$tenant/oauth2/v2.0/$endpoint").POST(BodyPublishers.ofString(encoded(form)))
            .header('Content-Type', 'application/x-www-form-urlencoded').build(), BodyHandlers.ofString())
    }

    HttpResponse<String> get(String path, Map<String, String> query = [:]) {
        http.send(request(path + (query ? '?' + encoded(query) : '')).GET().build(), BodyHandlers.ofString())
    }

    HttpResponse<String> refresh(String refreshToken, Map<String, String> others = [:]) {
        post('token', [grant_type: 'refresh_token', refresh_token: refreshToken, client_id: server.clientId(),
            client_secret: server.clientSecret(), scope: SCOPE, client_info: '1'] + others)
    }

    HttpResponse<String> poll(String deviceCode) {
        post('token', [grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: deviceCode, client_id: server.clientId(), scope: SCOPE])
    }

    static Map json(HttpResponse<String> response) {
        new JsonMapper().readValue(response.body(), Map)
    }

    static Map claims(String jwt) {
        new JsonMapper().readValue(jwt.tokenize('.')[1].decodeBase64Url(), Map)
    }

    static String encoded(Map<String, String> form) {
        form.findAll { it.value != null }.collect { "${it.key}=${URLEncoder.encode(it.value, 'UTF-8')}" }.join('&')
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.newBuilder(URI.create(server.url() + path))
    }
}
