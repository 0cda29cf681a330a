package io.github.partnercenter4j.sandbox

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.sandbox.InProcessSandbox.Answer
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** Serves an OpenAPI document of other operations, as a user brings it. */
abstract class OwnOperationsSpecification extends Specification {

    static final Path DOCUMENT = Path.of(OwnOperationsSpecification.getResource('subscriptions.yaml').toURI())
    static final String TEXT = Files.readString(DOCUMENT)
    static final String CUSTOMER = InProcessSandbox.CUSTOMER
    static final String UNKNOWN = '11111111-2222-3333-4444-555555555555'
    static final String FORBIDDEN = '99999999-2222-3333-4444-555555555555'
    static final Map GOOD_ORDER = [name: 'First', lines: [[quantity: 5]]]

    @Shared
    InProcessSandbox sandbox = new InProcessSandbox(PartnerCenterSandbox.builder().spec(DOCUMENT).forbiddenCustomer(FORBIDDEN))

    InProcessSandbox own(String text) {
        assert text != TEXT
        new InProcessSandbox(text)
    }

    static String called(InProcessSandbox target, String path) {
        target.get('/v1' + path).text().find(/"a":"(\w+)"/) { it[1] }
    }

    Answer get(String url, Map<String, String> headers = [:]) {
        sandbox.get(url, headers)
    }

    Answer post(Map body, String url = sandbox.operationUrl('createOrder')) {
        sandbox.send('POST', url, ['Content-Type': 'application/json; charset=utf-8'], new ObjectMapper().writeValueAsString(body))
    }
}
