package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.Objection
import io.github.partnercenter4j.conformance.judge.ServerJudge
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.RawClient
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Asks a target each probe once, in turn and at its pace, and stops where the target says that it is too much. */
@CompileStatic
class TargetRun {
    private static final int TOO_MANY_REQUESTS = 429

    private final SpecModel spec
    private final TargetSettings settings
    private final Pace pace
    private final ServerJudge judge
    final List<ProbeResult> asked = []
    final List<ClientResult> clientResults = []
    /** Why nothing more was asked; null where all was. */
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
        ProbeResult answer
        try {
            Exchange exchange = client.send('GET', probe.target(spec, settings), headers(probe))
            answer = new ProbeResult(probe, exchange, meaning(probe, exchange) + judge.objections(Probe.OPERATION, exchange), judge.remarks(Probe.OPERATION, exchange))
        } catch (IOException e) {
            answer = new ProbeResult(probe, null, [new Objection('connection', 'failed', e.toString())], [])
        }
        asked << answer
        stopIfTooMany(probe.name, answer.status, answer.answer?.header('Retry-After'))
    }

    /** The form of an answer may be good, and its meaning wrong. */
    private static List<Objection> meaning(Probe probe, Exchange exchange) {
        boolean success = exchange.response.status.intdiv(100) == 2
        probe.refused && success ? [new Objection('status', 'success', "${exchange.response.status}, and ${probe.name} has an error of its own in the document")] : [] as List<Objection>
    }

    private void stopIfTooMany(String name, int status, String retryAfter) {
        if (status == TOO_MANY_REQUESTS) {
            stopped = "$name was answered 429" + (retryAfter == null ? '' : ", Retry-After $retryAfter")
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

    /** The statuses that the document has and no answer had. */
    List<Integer> getNotProvoked() {
        spec.operation(Probe.OPERATION).responses()*.status() - asked*.status
    }
}
