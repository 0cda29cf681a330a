package io.github.partnercenter4j.sandbox.spec

import spock.lang.Specification

class OperationSpec extends Specification {

    private static final SpecModel MODEL = SpecModel.read('''\
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /a:
            get: {operationId: one, responses: {'200': {description: Found.}, '404': {description: Not found.}}}
            put: {operationId: two, responses: {'200': {description: Put.}, default: {description: Else.}}}
        '''.stripIndent())

    def "an operation is found by its id"() {
        expect:
        MODEL.operation('one').method() == 'GET'
        MODEL.operation('two').method() == 'PUT'
    }

    def "an operation or a response that the document does not have is named"() {
        when:
        MODEL.operation('three')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'The document has no operation three'

        when:
        MODEL.operation('one').response(500)

        then:
        e = thrown(IllegalArgumentException)
        e.message == 'one has no response 500'
    }

    def "the response of #id for #status is #found, or that for every other status"() {
        expect:
        MODEL.operation(id).responseOrDefault(status).map { it.status() }.orElse(null) == found

        where:
        id    | status || found
        'one' | 404    || 404
        'one' | 500    || null
        'two' | 200    || 200
        'two' | 404    || 0
    }
}
