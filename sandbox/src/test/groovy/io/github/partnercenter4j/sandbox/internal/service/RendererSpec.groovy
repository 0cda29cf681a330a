package io.github.partnercenter4j.sandbox.internal.service

import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** What FidelitySpec has no file for. */
class RendererSpec extends Specification {

    static final SPEC = SpecModel.read('''\
        openapi: 3.0.3
        info: {title: A, version: '1'}
        paths: {}
        components:
          schemas:
            List: {type: array, items: {type: string}}
            Page: {type: object, properties: {code: {type: string}, items: {type: array, items: {type: object, properties: {status: {type: string}}}}}}
        '''.stripIndent())

    def "the observed body of #status as #type begins with a byte order mark: #marked"(int status, String type, String schema, Object tree, boolean marked) {
        expect:
        render(status, schema, tree, type).startsWith('\uFEFF') == marked

        where:
        status | type               | schema | tree     || marked
        200    | 'application/json' | 'List' | ['a']    || true
        299    | 'text/json'        | 'List' | ['a']    || true
        300    | 'application/json' | 'List' | ['a']    || false
        200    | 'application/xml'  | 'Page' | [items: []] || false
    }

    def "the observed status of a line item is capitalized, where there is one: #items"(List items, String written) {
        expect:
        render(300, 'Page', [items: items], 'application/json') == "{\"items\":$written}"

        where:
        items                            || written
        [[status: 'done']]               || '[{"status":"Done"}]'
        [[status: ''], [:]]              || '[{"status":""},{}]'
        [[status: 'x'], [status: 'Y']]   || '[{"status":"X"},{"status":"Y"}]'
    }

    def "the code of a response with #status is a number as it was observed: #number"(int status, boolean number) {
        expect:
        render(status, 'Page', [code: '7'], 'application/json') == (number ? '{"code":7}' : '{"code":"7"}')

        where:
        status || number
        399    || false
        400    || true
    }

    private static String render(int status, String schema, Object tree, String type) {
        def body = new Renderer(SPEC, Fidelity.OBSERVED.deviations()).render(new ServiceResponse(status, SPEC.schemas()[schema], tree), type)
        assert body.contentType() == type + '; charset=utf-8'
        new String(body.body(), 'UTF-8')
    }
}
