package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.TokenRequest
import java.time.Duration
import javax.net.ssl.SSLContext

/** Signs in repeatedly, and returns everything that the credentials said about it. */
class LoggedSignIns {
    static List<String> run(String authority, SSLContext trust, String tenant, String clientId, String clientSecret, String refreshToken, int times) {
        def said = []
        def byRefreshToken = EntraCredential.refreshToken(refreshToken).tenant(tenant).clientId(clientId).clientSecret(clientSecret)
            .authority(authority).sslContext(trust).build()
        def byDeviceCode = EntraCredential.deviceCode { }.tenant(tenant).clientId(clientId).authority(authority).sslContext(trust).build()
        AccessToken refused = null
        times.times {
            [byRefreshToken, byDeviceCode].each { credential ->
                said << credential.toString()
                try {
                    def request = new TokenRequest(Cloud.PUBLIC, Duration.ofMinutes(1), refused)
                    refused = credential.token(request)
                    said << request.toString() << refused.toString()
                } catch (Exception e) {
                    def trace = new StringWriter()
                    e.printStackTrace(new PrintWriter(trace))
                    said << trace.toString()
                }
            }
        }
        said
    }
}
