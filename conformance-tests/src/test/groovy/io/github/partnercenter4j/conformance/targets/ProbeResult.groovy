package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.MediaType
import io.github.partnercenter4j.conformance.judge.Objection
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpResponse

/** A probe with its response and the objections of the judge. */
@CompileStatic
class ProbeResult {
    final Probe probe
    /** Null if there was no complete response. */
    final Exchange exchange
    final List<Objection> objections
    final List<Objection> remarks

    ProbeResult(Probe probe, Exchange exchange, List<Objection> objections, List<Objection> remarks) {
        this.probe = probe
        this.exchange = exchange
        this.objections = objections
        this.remarks = remarks
    }

    HttpResponse getResponse() {
        exchange?.response
    }

    int getStatus() {
        exchange == null ? 0 : exchange.response.status
    }

    MediaType getMediaType() {
        MediaType.read(response?.header('Content-Type') ?: '')
    }

    boolean isSuccess() {
        status.intdiv(100) == 2
    }

    boolean isError() {
        status >= 400
    }
}
