package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.token.TokenResponse
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.util.concurrent.CompletableFuture
import spock.util.concurrent.PollingConditions

class EntraSignInSpec extends EntraSpecification {
    List<DeviceCode> shown = []
    List<CompletableFuture<String>> pages = []

    def 'a person signs in by #way, and a call succeeds'(String way) {
        given:
        def partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(credential(way)).build()

        expect:
        partnerCenter.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId()).totalCount() == 1
        partnerCenter.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId()).totalCount() == 1
        asked().count { it.path().endsWith('/token') } == 1

        cleanup:
        partnerCenter?.close()

        where:
        way << ['browser', 'device code']
    }

    def 'after a sign-in by #way the token is refreshed without a person, also in the next run'(String way) {
        given:
        def credential = credential(way)
        token(credential)
        def before = asked().size()

        when:
        clock.ahead = Duration.ofHours(2)
        def refreshed = token(credential)
        clock.ahead = Duration.ofHours(4)
        def next = token(this.credential(way))

        then:
        asked().drop(before)*.grantType() == ['refresh_token', 'refresh_token']
        [refreshed, next].every { status(it) == 200 }

        where:
        way << ['browser', 'device code']
    }

    def 'a rejected refresh token does not start a sign-in; an explicit sign-in by #way does'(String way) {
        given:
        def credential = credential(way)
        def first = token(credential)
        clock.ahead = Duration.ofHours(2)
        authorizationServer.next(TokenResponse.invalidGrant())

        when:
        token(credential)

        then:
        def e = thrown(CredentialException)
        e.message.contains('sign in again')

        when:
        credential.signIn(Cloud.PUBLIC, Duration.ofMinutes(1))
        clock.ahead = Duration.ZERO

        then:
        token(credential).value() != first.value()
        status(token(credential)) == 200

        where:
        way << ['browser', 'device code']
    }

    def 'the prompt shows the code, the page and how long the code is valid'() {
        when:
        token(credential('device code'))

        then:
        shown.size() == 1
        shown[0].userCode() ==~ /[A-Z0-9]{9}/
        shown[0].verificationUri() == authorizationServer.url() + '/devicelogin'
        shown[0].lifetime() == Duration.ofMinutes(15)
        shown[0].message().contains(shown[0].userCode())
    }

    def 'the client polls until the person has signed in, and slows down when the authorization server says so'() {
        given:
        authorizationServer.next(TokenResponse.authorizationPending()).then(TokenResponse.slowDown()).then(TokenResponse.authorizationPending())
            .then(TokenResponse.slowDown()).then(TokenResponse.usual())

        when:
        def token = token(credential('device code'))

        then:
        status(token) == 200
        asked().count { it.grantType().contains('device_code') || it.path().endsWith('/token') } == 5
        pauses == [1, 6, 6, 11].collect { Duration.ofSeconds(it) }
    }

    def 'the message for a device code that #what says what to do'(String what, TokenResponse response, String advice) {
        given:
        authorizationServer.next(response)

        when:
        token(credential('device code'))

        then:
        def e = thrown(CredentialException)
        e.message.contains(advice)
        e.kind() == CredentialException.Kind.UNAVAILABLE

        when: 'the credential does not remember the failure'
        def next = token(credential('device code'))

        then:
        status(next) == 200

        where:
        what          | response                     || advice
        'is declined' | TokenResponse.declined()     || 'authorization_declined (AADSTS70017). What to do: the person declined'
        'expires'     | TokenResponse.expiredToken() || 'expired_token (AADSTS70020). What to do: the code was not entered in time'
    }

    def 'a person who declines in the browser ends the sign-in'() {
        given:
        authorizationServer.declinesSignIns(true)

        when:
        token(credential('browser'))

        then:
        def e = thrown(CredentialException)
        e.message.startsWith('No token: the authorization server returned access_denied')
        e.message.contains('What to do: the person declined: sign in again')
        pages[0].get().contains('not signed in')
    }

    def 'the browser shows that the sign-in succeeded'() {
        when:
        token(credential('browser'))

        then:
        pages[0].get().contains('You are signed in.')
    }

    def 'a redirect with another state is ignored, and the sign-in goes on'() {
        given:
        def credential = ready(EntraCredential.browser { page ->
            pages << CompletableFuture.supplyAsync { browse(page, [state: 'another']) + browse(page, [:]) }
        }).build()

        when:
        def token = token(credential)

        then:
        status(token) == 200
        pages[0].get().contains('This page does not belong to the sign-in that is waiting.')
        asked().count { it.grantType() == 'authorization_code' } == 1
    }

    def 'each sign-in has its own state and proof key, and the page contains no secret'() {
        given:
        def seen = []

        when:
        2.times {
            token(ready(EntraCredential.browser { page ->
                seen << page.rawQuery.split('&').collectEntries { it.split('=', 2) as List }
                CompletableFuture.supplyAsync { browse(page, [:]) }
            }).build())
        }

        then:
        ['state', 'code_challenge'].every { name -> seen*.get(name).toSet().size() == 2 && seen.every { it[name].length() >= 43 } }
        seen.every { it.code_challenge_method == 'S256' && it.response_type == 'code' && it.response_mode == 'form_post' && it.scope.contains('offline_access') }
        seen.every { !it.keySet().any { name -> name.contains('verifier') } }
    }

    def 'the code is not sent to a host that the redirect names'() {
        given:
        def credential = ready(EntraCredential.browser { page ->
            pages << CompletableFuture.supplyAsync { browse(page, [cloud_instance_host_name: 'evil.invalid']) }
        }).build()

        expect: 'MSAL would send the code to that host'
        status(token(credential)) == 200
        asked().count { it.grantType() == 'authorization_code' } == 1
    }

    def 'a sign-in by #way ends at the deadline of the call, and stops listening'(String way) {
        given:
        URI page = null
        def slow = ready(way == 'browser' ? EntraCredential.browser { page = it } : EntraCredential.deviceCode { }).sleeper { Thread.sleep(it.toMillis()) }.build()
        if (way == 'device code') {
            authorizationServer.pollInterval(Duration.ofSeconds(30)).next(TokenResponse.authorizationPending())
        }
        CredentialException e = null

        when: 'a busy machine may not show the page in time, so longer limits follow'
        for (def limit = Duration.ofMillis(1500); !(page || asked()*.path().any { it.endsWith('/token') }) && limit < Duration.ofMinutes(1); limit = limit.multipliedBy(2)) {
            e = failure { token(slow, null, limit) }
        }

        then:
        e.message.contains("did not finish within the call's timeout")
        signInThreadsEnd()
        way == 'device code' || !listens(page)

        where:
        way << ['browser', 'device code']
    }

    def 'a browser that cannot be opened, or a prompt that fails, ends the sign-in: #message'(EntraCredentialBuilder builder, String message) {
        when:
        token(ready(builder).build())

        then:
        def e = thrown(CredentialException)
        e.message.contains(message)
        !e.message.contains('canary')

        where:
        builder                                                                               || message
        EntraCredential.browser { throw new CredentialException('no browser here', null) }    || 'no browser here'
        EntraCredential.browser { throw new IllegalStateException('canary') }                 || 'failed with java.lang.IllegalStateException'
        EntraCredential.deviceCode { throw new IllegalStateException('canary') }              || 'failed with java.lang.IllegalStateException'
    }

    private EntraCredential credential(String way) {
        def builder = way == 'browser'
            ? ready(EntraCredential.browser { page -> pages << CompletableFuture.supplyAsync { browse(page, [:]) } })
            : ready(EntraCredential.deviceCode { shown << it })
        builder.store(store).build()
    }

    /** Does what a browser does: loads the page, and submits its form. */
    private String browse(URI page, Map<String, String> change) {
        def http = HttpClient.newBuilder().sslContext(sandbox.sslContext()).build()
        def html = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body()
        def action = (html =~ /action="([^"]+)"/)[0][1]
        def form = (html =~ /name="([^"]+)" value="([^"]*)"/).iterator().collectEntries { [it[1], it[2]] } + change
        def body = form.collect { k, v -> "$k=${URLEncoder.encode(v as String, 'UTF-8')}" }.join('&')
        http.send(HttpRequest.newBuilder(URI.create(action)).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()).body()
    }

    private static boolean signInThreadsEnd() {
        new PollingConditions(timeout: 300, delay: 0.02).eventually {
            assert !Thread.allStackTraces.keySet().any { it.name == 'partnercenter4j-sign-in' }
        }
        true
    }

    private static boolean listens(URI page) {
        def redirect = URI.create(URLDecoder.decode((page.rawQuery =~ /redirect_uri=([^&]+)/)[0][1], 'UTF-8'))
        try {
            new Socket('127.0.0.1', redirect.port).close()
            true
        } catch (ConnectException e) {
            false
        }
    }
}
