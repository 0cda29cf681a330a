package io.github.partnercenter4j.client.entra

import com.microsoft.aad.msal4j.HttpMethod
import com.microsoft.aad.msal4j.HttpRequest
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.internal.body.Mappers
import io.github.partnercenter4j.client.internal.http.TransportSettings
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The responses of the authorization server that never reach MSAL. */
class MsalHttpClientSpec extends Specification {
    @AutoCleanup(quiet = true)
    RawServer server

    def 'a response #status with #what is reported, with what to do: #advice'() {
        given:
        server = RawServer.responding("HTTP/1.1 $status Status\r\nContent-Length: ${body.length()}\r\n\r\n$body")
        def http = new MsalHttpClient(new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000), URI.create(server.url), {})

        when:
        http.send(new HttpRequest(HttpMethod.POST, server.url + '/tenant/oauth2/v2.0/' + path, [:], 'grant_type=any'))

        then:
        def e = thrown(CredentialException)
        e.message.endsWith("returned $status without a token in it. What to do: $advice")

        where:
        what                            | path         | status | body                                                              || advice
        'a token'                       | 'token'      | 201    | '{"access_token":"s3cret","expires_in":3600}'                     || 'check the authorization server and the proxy'
        'a refusal'                     | 'token'      | 500    | '{"error":"invalid_grant"}'                                       || 'try again later'
        'a refusal'                     | 'token'      | 302    | '{"error":"invalid_grant"}'                                       || 'check the authorization server and the proxy'
        'no device code'                | 'devicecode' | 200    | '{"user_code":"u","verification_uri":"https://a.example"}'        || 'check the authorization server and the proxy'
        'a device code without a code'  | 'devicecode' | 200    | '{"device_code":"s3cret","verification_uri":"https://a.example"}' || 'check the authorization server and the proxy'
        'a device code without a page'  | 'devicecode' | 200    | '{"device_code":"s3cret","user_code":"u"}'                        || 'check the authorization server and the proxy'
    }

    def 'AADSTS#number asks for multi-factor authentication'() {
        expect:
        refusal([number]).kind() == CredentialException.Kind.MFA_REQUIRED

        where:
        number << [50072, 50074, 50076, 50078, 50079, 50158]
    }

    def 'the first number that has advice determines the advice'() {
        expect:
        refusal([1, 65001, 50173]).message.contains('(AADSTS1, AADSTS65001, AADSTS50173). What to do: no user has consented')
    }

    private static CredentialException refusal(List<Integer> numbers) {
        AuthorizationServerError.read(Mappers.json().valueToTree([error: 'invalid_grant', error_codes: numbers])).toCredentialException()
    }
}
