package io.github.partnercenter4j.client.internal.call

import static java.nio.charset.StandardCharsets.UTF_8

import feign.Client
import feign.Request
import feign.Response
import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.TokenRequest
import io.github.partnercenter4j.client.internal.http.TransportFailure
import io.github.partnercenter4j.client.internal.body.FaultReader
import io.github.partnercenter4j.client.internal.body.Mappers
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset

/** The filters of an attempt over a scripted transport, with a clock that only waits advance. */
class ScriptedFilters {
    static final Instant NOW = Instant.parse('2017-04-20T19:23:39Z')
    static final Map<String, TransportFailure.Kind> KINDS = TransportFailure.Kind.values().collectEntries { [it.name(), it] }

    final List<Duration> waits = []
    final List<Request> sent = []
    final List<TokenRequest> tokenRequests = []
    double random = 0.5
    long nanos
    Closure<?> whileWaiting = {}
    Closure<AccessToken> credential = { new AccessToken('t0ken-of-the-call', null) }
    private final List script

    /** Each step is a status, a list of status, headers and body, or a closure of the call. The last step is repeated. */
    ScriptedFilters(List script) {
        this.script = script
    }

    Call call(CallOptions options = CallOptions.DEFAULTS) {
        Call.start(null, options.accept('*/*').settings(), { nanos })
    }

    Response execute(Call call = call(), String method = 'GET') {
        def backoff = new Backoff(Clock.fixed(NOW, ZoneOffset.UTC), { random }, { Duration wait ->
            waits << wait
            nanos += wait.toNanos()
            whileWaiting()
        })
        def token = { TokenRequest request ->
            tokenRequests << request
            credential(request)
        } as Credential
        def filters = new RetryFilter(backoff,
                new CredentialFilter(Cloud.PUBLIC, token, new FaultReader(Mappers.json()), new ListenerFilter(new HeadersFilter(this.&play as Client))))
        filters.execute(Request.create(Request.HttpMethod.valueOf(method), 'http://127.0.0.1/', [:], null, null, null), call)
    }

    private Response play(Request request, Request.Options options) {
        def step = script[Math.min(sent.size(), script.size() - 1)]
        sent << request
        if (step instanceof Closure) {
            step = step(options)
        }
        if (step instanceof Throwable) {
            throw step
        }
        def (status, headers, body) = step instanceof List ? step : [step, [:], '']
        Response.builder().status(status).headers(headers.collectEntries { k, v -> [k, v instanceof List ? v : [v]] })
                .body(body ?: '', UTF_8).request(request).build()
    }

    /** A failure that the transport throws. */
    static Closure<TransportFailure> failure(String kind = 'FAILED', boolean repeatable = true) {
        { Call call -> TransportFailure.ofConnection(KINDS[kind], 'Nothing came', null, repeatable) }
    }

    List<String> header(String name) {
        sent.collect { it.headers()[name]?.join('|') }
    }
}
