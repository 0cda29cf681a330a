package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.Objection
import io.github.partnercenter4j.conformance.judge.ServerJudge
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.RawClient
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Sends each probe to a target once, one after the other and at a pace. Stops at the first 429. */
@CompileStatic
class TargetRun {
    private static final int TOO_MANY_REQUESTS = 429

    private final SpecModel spec
    private final TargetSettings settings
    private final Pace pace
    private final ServerJudge judge
    final List<ProbeResult> results = []
    final List<ClientResult> clientResults = []
    /** Why the run stopped early; null if it did not. */
    String stopped

    TargetRun(SpecModel spec, TargetSettings settings, Pace pace) {
        this.spec = spec
        this.settings = settings
        this.pace = pace
        judge = new ServerJudge(spec)
    }

    TargetRun go() {
        RawClient client = new RawClient(settings.baseUrl)
        for (Probe probe : Probe.all(spec)) {
            if (stopped == null) {
                ask(client, probe)
            }
        }
        new ClientProbe(settings).withCloseable { ClientProbe through ->
            for (String mediaType : Probe.mediaTypes(spec)) {
                if (stopped == null) {
                    pace.take()
                    clientResults << through.send(mediaType)
                    stopIfTooMany(clientResults.last().name, clientResults.last().status, null)
                }
            }
        }
        this
    }

    private void ask(RawClient client, Probe probe) {
        pace.take()
        ProbeResult result
        try {
            Exchange exchange = client.send('GET', probe.target(spec, settings), headers(probe))
            result = new ProbeResult(probe, exchange, meaning(probe, exchange) + judge.objections(Probe.OPERATION, exchange), judge.remarks(Probe.OPERATION, exchange))
        } catch (IOException e) {
            result = new ProbeResult(probe, null, [new Objection('connection', 'failed', e.toString())], [])
        }
        results << result
        stopIfTooMany(probe.name, result.status, result.response?.header('Retry-After'))
    }

    /** Objects to a success where the spec has an error, even if the response itself conforms to the spec. */
    private static List<Objection> meaning(Probe probe, Exchange exchange) {
        boolean success = exchange.response.status.intdiv(100) == 2
        probe.refused && success ? [new Objection('status', 'success', "${exchange.response.status}, but ${probe.name} must get an error according to the spec")] : [] as List<Objection>
    }

    private void stopIfTooMany(String name, int status, String retryAfter) {
        if (status == TOO_MANY_REQUESTS) {
            stopped = "$name got a 429" + (retryAfter == null ? '' : ", Retry-After $retryAfter")
        }
    }

    private List<HttpHeader> headers(Probe probe) {
        Map<String, String> lines = ['MS-RequestId': UUID.randomUUID().toString(), 'MS-CorrelationId': UUID.randomUUID().toString()]
        if (probe.accept != null) {
            lines.Accept = probe.accept
        }
        if (probe.authorized) {
            lines.Authorization = 'Bearer ' + settings.token
        }
        (lines + probe.headers).collect { name, value -> new HttpHeader(name, value) }
    }

    /** Returns the statuses that the spec has and no response had. */
    List<Integer> getNotProvoked() {
        spec.operation(Probe.OPERATION).responses()*.status() - results*.status
    }
}
