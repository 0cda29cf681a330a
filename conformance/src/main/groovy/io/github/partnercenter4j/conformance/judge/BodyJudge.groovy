package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.sandbox.spec.Operation.Content
import io.github.partnercenter4j.sandbox.spec.Operation.Response

/** Judges the media type of a response and then its body. */
@CompileStatic
class BodyJudge {
    private final JsonJudge json
    private final XmlJudge xml

    BodyJudge(JsonJudge json, XmlJudge xml) {
        this.json = json
        this.xml = xml
    }

    List<Objection> objections(Response response, Exchange exchange) {
        if (response.contents().isEmpty()) {
            return exchange.response.body.length == 0 ? [] as List<Objection> : [new Objection('body', 'undocumented', 'is present, and no content is documented')]
        }
        List<String> types = exchange.response.values('Content-Type')
        if (types.size() != 1) {
            return [new Objection('media type', types.empty ? 'required' : 'repeated', "is present ${types.size()} times")]
        }
        MediaType type = MediaType.read(types[0])
        if (type == null) {
            return [new Objection('media type', 'malformed', "is not a media type: ${types[0]}")]
        }
        Content content = response.contents()[type.name]
        if (content == null) {
            return [new Objection('media type', 'undocumented', "${type.name} is not documented for ${response.status()}")]
        }
        unasked(response, type, exchange) + decoded(content, type, exchange)
    }

    List<Objection> remarks(Response response, Exchange exchange) {
        MediaType type = MediaType.read(exchange.response.header('Content-Type') ?: '')
        type?.json && response.contents().containsKey(type.name) && coding(exchange) == null ? json.remarks(exchange.response.content()) : [] as List<Objection>
    }

    /** Objects to a media type that the request does not accept, if the request accepts a documented one. */
    private static List<Objection> unasked(Response response, MediaType type, Exchange exchange) {
        List<String> asked = exchange.request.values('Accept')
        Acceptance acceptance = Acceptance.of(asked)
        boolean could = !asked.empty && response.contents().keySet().any { acceptance.accepts(it) }
        could && !acceptance.accepts(type.name) ? [new Objection('media type', 'accept', "${type.name} was not requested")] : [] as List<Objection>
    }

    private List<Objection> decoded(Content content, MediaType type, Exchange exchange) {
        Objection coding = coding(exchange)
        if (coding != null) {
            return [coding]
        }
        byte[] body
        try {
            body = exchange.response.content()
        } catch (IOException ignored) {
            return [new Objection('body', 'encoding', 'is not gzip, as Content-Encoding says')]
        }
        if (type.json) {
            return json.objections(content.schema(), body, type.charset)
        }
        if (type.xml) {
            return xml.objections(content.schema(), body, type.charset)
        }
        throw new IllegalArgumentException("#${content.pointer()}: a body in ${type.name} is not supported")
    }

    private static Objection coding(Exchange exchange) {
        List<String> codings = exchange.response.values('Content-Encoding')
        if (codings.empty || codings == ['gzip'] && Acceptance.of(exchange.request.values('Accept-Encoding')).acceptsCoding('gzip')) {
            return null
        }
        new Objection('header Content-Encoding', 'accept', "$codings was not requested")
    }
}
