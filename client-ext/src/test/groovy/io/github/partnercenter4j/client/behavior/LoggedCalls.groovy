package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.ConnectProxy
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.entra.EntraCredential
import io.github.partnercenter4j.client.MicrometerObserver
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.PartnerCenterBuilder
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.TokenRequest
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.testing.Leaks
import io.github.partnercenter4j.testing.Literals
import io.micrometer.observation.Observation
import io.micrometer.observation.ObservationHandler
import io.micrometer.observation.ObservationRegistry
import java.time.Duration
import java.time.Instant
import java.util.concurrent.atomic.AtomicInteger
import java.util.function.UnaryOperator

/** Makes calls that end in every possible way, and returns everything that the client said about them. */
class LoggedCalls {
    private static final String TOKEN = 's3cret-token/+=0123456789'
    private static final String PASSWORD = 's3cret password/ü'

    /** Each repeats the token wherever it can. */
    private static final List<String> RESPONSES = [
            '', 'HTTQ/1.1 TOKEN\r\n\r\n', 'HTTP/1.1 200 OK\r\nTOKEN\r\n\r\n', head('200 OK', 'Content-Length: 99') + 'TOKEN', head('200 OK', 'Transfer-Encoding: chunked') + 'TOKEN\r\n',
            head('200 OK', 'Content-Encoding: TOKEN', 'Content-Length: 1') + 'x', head('TOKEN', 'Content-Length: 0')
    ] + ['application/json', 'text/xml', 'text/html', 'TOKEN/x', null].collectMany { type ->
        ['200 OK', '201 TOKEN', '302 TOKEN', '400 No', '401 No', '404 TOKEN', '429 No', '500 No'].collect { status ->
            body(status, type, type == 'text/xml' ? '<Fault><code>TOKEN</code><description>TOKEN</description></Fault>' : '{"code":"TOKEN","description":"TOKEN","data":["TOKEN"],"TOKEN":1}')
        }
    } + [body('200 OK', 'application/json', '{"items":[{"status":"fulfilled"}]}'), body('401 No', 'application/json', '{"code":900421,"description":"TOKEN"}')]

    private final List<String> said = []
    private final ObservationRegistry registry = ObservationRegistry.create()

    static List<String> run() {
        def calls = new LoggedCalls()
        calls.registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            boolean supportsContext(Observation.Context context) {
                true
            }

            @Override
            void onStop(Observation.Context context) {
                calls.said << "$context.name $context.contextualName $context.allKeyValues $context".toString()
                calls.tell(context.error)
            }
        })
        calls.responses()
        calls.refusals()
        calls.proxies()
        calls.texts()
        calls.said
    }

    private void responses() {
        // The second credential repeats a call after a 401, so that it does not reach the last responses.
        [Credential.ofToken(TOKEN), { request -> new AccessToken(request.refused() == null ? TOKEN : TOKEN + '-again', Instant.EPOCH) } as Credential].each { credential ->
            def next = new AtomicInteger()
            def server = new RawServer({ c ->
                c.request()
                c.send(RESPONSES[next.getAndIncrement() % RESPONSES.size()].replace('TOKEN', TOKEN))
                c.socket.close()
            })
            server.withCloseable {
                def client = builder(server.url).credential(credential).build()
                client.withCloseable { RESPONSES.size().times { ask(client) } }
            }
        }
        def unable = builder('http://127.0.0.1:1').credential { throw new IllegalStateException('no vault') }.build()
        unable.withCloseable { ask(it) }
        def unusable = builder('http://127.0.0.1:1').credential(Credential.ofSupplier { TOKEN + '\n' }).build()
        unusable.withCloseable { ask(it) }
    }

    private void refusals() {
        def client = builder('http://127.0.0.1:1').build()
        client.withCloseable {
            tell { client.follow(Link.builder().uri("http://evil.example/$TOKEN").method('GET').build(), OrderLineItemProvisioningStatusCollection) }
            tell { client.follow(Link.builder().uri('/v1/x').method('GET').headers([KeyValuePair.builder().key('Authorization').value(TOKEN).build()]).body(TOKEN).build(), OrderLineItemProvisioningStatusCollection) }
            tell { client.with({ o -> o.requestId(TOKEN + '\r') } as UnaryOperator<CallOptions>) }
            tell { client.orders().getProvisioningStatus(TOKEN, 'x') }
            tell { client.orders().getProvisioningStatus(Literals.CUSTOMER, TOKEN + '\u0000') }
        }
        tell { Credential.ofToken(TOKEN + ' ') }
        tell { EntraCredential.refreshToken("s3cret\n") }
        tell { EntraCredential.refreshToken('r').clientSecret("s3cret\n") }
        tell { PartnerCenter.builder().baseUrl("https://user:$TOKEN@x.example") }
        tell { PartnerCenter.builder().proxy("http://user:$PASSWORD@x.example") }
        tell { PartnerCenter.builder().proxyCredentials('s3cret:', PASSWORD + '\n') }
    }

    /** Calls a service that repeats everything it receives, through a proxy that accepts the password and one that rejects it. */
    private void proxies() {
        def service = new RawServer({ c ->
            def echo = c.request().readLines().findAll { !it.startsWith('Authorization') }.join(' ')
            c.send("HTTP/1.1 500 No\r\nContent-Type: text/plain\r\nContent-Length: ${echo.length()}\r\n\r\n$echo")
            c.socket.close()
        })
        service.withCloseable {
            [['http', "user:$PASSWORD"], ['http', 'other'], ['https', 'other']].each { scheme, accepted ->
                new ConnectProxy("Basic ${accepted.getBytes('UTF-8').encodeBase64()}").withCloseable { proxy ->
                    def client = builder("$scheme://127.0.0.1:$service.port").proxy(proxy.url).proxyCredentials('user', PASSWORD).build()
                    client.withCloseable { ask(it) }
                }
            }
        }
    }

    private void texts() {
        def builder = builder('https://x.example').proxy('http://x.example').proxyCredentials('user', PASSWORD)
        def entra = EntraCredential.refreshToken('s3cret-refresh').tenant('t').clientId('c').clientSecret('s3cret-client')
        def client = builder.build()
        [builder, client, client.orders(), client.with { it }, Credential.ofToken(TOKEN), new TokenRequest(Cloud.PUBLIC, Duration.ofSeconds(1), new AccessToken(TOKEN, null)),
         new AccessToken(TOKEN, Instant.EPOCH), entra, entra.build()].each { said << it.toString() }
        client.close()
    }

    private PartnerCenterBuilder builder(CharSequence baseUrl) {
        PartnerCenter.builder().baseUrl(baseUrl as String).credential(Credential.ofToken(TOKEN)).timeout(Duration.ofMinutes(1)).observer(MicrometerObserver.of(registry))
                .options({ o -> o.maxRetries(0) } as UnaryOperator<CallOptions>)
    }

    private void ask(PartnerCenter client) {
        tell { client.orders().getProvisioningStatusWithResponse(Literals.CUSTOMER, Literals.ORDER) }
    }

    private void tell(Closure<?> call) {
        try {
            said.addAll(Leaks.said(call.call()))
        } catch (Exception e) {
            tell(e)
        }
    }

    private void tell(Throwable failure) {
        said.addAll(Leaks.said(failure))
    }

    private static String head(String status, String... headers) {
        "HTTP/1.1 $status\r\nX-Echo: Bearer TOKEN\r\nMS-RequestId: TOKEN\r\nLocation: /TOKEN\r\n" + headers.join('\r\n') + '\r\n\r\n'
    }

    private static String body(String status, String type, String body) {
        // The end of the connection ends the body.
        head(status, type == null ? 'X: y' : "Content-Type: $type") + body
    }
}
