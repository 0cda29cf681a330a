package io.github.partnercenter4j.client.internal.body

import feign.RequestTemplate
import io.github.partnercenter4j.model.KeyValuePair
import spock.lang.Specification

class JsonEncoderSpec extends Specification {
    def encoder = new JsonEncoder(Mappers.json())
    def template = new RequestTemplate()

    def 'a body is sent as JSON in UTF-8, without the properties that are missing'() {
        when:
        encoder.encode(KeyValuePair.builder().key('é').build(), KeyValuePair, template)

        then:
        new String(template.body(), 'UTF-8') == '{"key":"é"}'
        template.headers()['Content-Type'] as List == ['application/json']
    }

    def 'no body has no Content-Type'() {
        when:
        encoder.encode(JsonEncoder.NO_BODY, KeyValuePair, template)

        then:
        template.body() == null
        template.headers().isEmpty()
    }

    def 'what cannot be written as JSON is refused with its type, and not quoted'() {
        when:
        encoder.encode(new Object() {
            String getText() {
                throw new IllegalStateException('s3cret')
            }
        }, KeyValuePair, template)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "The body cannot be written as JSON: $KeyValuePair"
        e.cause == null
    }
}
