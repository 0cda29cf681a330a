package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.testing.Literals
import java.time.LocalDate
import java.time.OffsetDateTime

/** Parameters and bodies of any type are sent as the spec describes them, or the client refuses them before it sends anything. */
class OperationTypesSpec extends VariantSpecification {
    private static final String FOLDER = "/v1/customers/$Literals.CUSTOMER/orders/$Literals.ORDER/"
    private static final String LINK = "{\$ref: '#/components/schemas/Link'}"

    private static final List<String> QUERY = [
            '{name: ids, in: query, description: One each., schema: {type: array, items: {type: string}}}',
            '{name: csv, in: query, explode: false, description: All in one., schema: {type: array, items: {type: integer}}}',
            '{name: $filter, in: query, description: A filter., schema: {type: string}}',
            '{name: "page[size]", in: query, description: A size., schema: {type: integer}}',
            '{name: since, in: query, description: A moment., schema: {type: string, format: date-time}}',
            '{name: day, in: query, description: A day., schema: {type: string, format: date}}',
            "{name: tier, in: query, description: A tier., schema: {\$ref: '#/components/schemas/Tier'}}",
            '{name: good, in: query, description: A boolean., schema: {type: boolean}}',
            '{name: sum, in: query, description: A number., schema: {type: number}}']

    private static final List<String> HEADERS = [
            '{name: X-List, in: header, description: All in one., schema: {type: array, items: {type: string}}}',
            '{name: X-Since, in: header, description: A moment., schema: {type: string, format: date-time}}',
            '{name: X-Size, in: header, description: A size., schema: {type: integer}}']

    @Override
    JsonNode changed(ObjectNode changed) {
        changed.at('/components/schemas').set('Tier', yaml('{type: string, enum: [gold], description: A tier.}'))
        changed.at('/components/schemas').set('Moments', yaml('{type: object, description: Moments., properties: {at: {type: string, format: date-time}, on: {type: string, format: date}}}'))
        operation(changed, 'find', 'get') { QUERY.each { parameter -> it.path('parameters').add(yaml(parameter)) } }
        operation(changed, 'tell', 'get') { HEADERS.each { parameter -> it.path('parameters').add(yaml(parameter)) } }
        operation(changed, 'create', 'post') { it.set('requestBody', body(true, LINK)) }
        operation(changed, 'touch', 'post') { it.set('requestBody', body(false, "{\$ref: '#/components/schemas/Moments'}")) }
        operation(changed, 'replace', 'put') { it.set('requestBody', body(true, "{type: array, items: $LINK}")) }
        operation(changed, 'listLinks', 'get') { response(it, '200', "{type: array, xml: {name: links, wrapped: true}, items: $LINK}") }
        operation(changed, 'mapWords', 'get') { response(it, '200', '{type: object, additionalProperties: {type: string}}') }
        operation(changed, 'count', 'get') { response(it, '200', '{type: integer, format: int64}') }
        operation(changed, 'remove', 'delete') {
            it.path('responses').remove('200')
            it.path('responses').set('204', yaml('{description: It is gone.}'))
        }
        operation(changed, 'await', 'get') { response(it, '202', "{\$ref: '#/components/schemas/OrderLineItemProvisioningStatusCollection'}") }
        changed
    }

    private static void operation(ObjectNode document, String id, String method, Closure<?> change) {
        ObjectNode operation = document.at('/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get').deepCopy()
        operation.put('operationId', id)
        change(operation)
        document.at('/paths').putObject("/customers/{customer_id}/orders/{order_id}/$id").set(method, operation)
    }

    private static JsonNode body(boolean required, String schema) {
        yaml("{required: $required, description: A body., content: {application/json: {schema: $schema}}}")
    }

    private static void response(ObjectNode operation, String status, String schema) {
        operation.path('responses').set(status, yaml("{description: A response., content: {application/json: {schema: $schema}, application/xml: {schema: $schema}}}"))
    }

    private Object call(String operation, Object... arguments) {
        partnerCenter.orders()."$operation"(Literals.CUSTOMER, Literals.ORDER, *arguments)
    }

    private Object link(String uri) {
        variant.load('model.Link').builder().uri(uri).build()
    }

    def 'a query has #query'() {
        given:
        server.respond(200, 'application/json', '{"items":[]}'.bytes)
        def arguments = [null] * QUERY.size()
        arguments[at] = argument

        when:
        call('find', *arguments)

        then:
        server.requests*.url == [FOLDER + 'find' + query]

        where:
        at | argument                                           || query
        0  | ['a', 'b&c=d']                                     || '?ids=a&ids=b%26c%3Dd'
        0  | []                                                 || ''
        1  | [1, 2]                                             || '?csv=1%2C2'
        1  | []                                                 || ''
        2  | "name eq 'x y+é%/?#'"                              || '?%24filter=name%20eq%20%27x%20y%2B%C3%A9%25%2F%3F%23%27'
        3  | 3                                                  || '?page%5Bsize%5D=3'
        4  | OffsetDateTime.parse('2026-11-21T12:00:00+01:00')  || '?since=2026-11-21T12%3A00%3A00%2B01%3A00'
        5  | LocalDate.of(2026, 11, 21)                         || '?day=2026-11-21'
        6  | variant.load('model.Tier').GOLD                    || '?tier=gold'
        7  | false                                              || '?good=false'
        8  | 1.50                                               || '?sum=1.50'
    }

    def 'a header has #value'() {
        given:
        server.respond(200, 'application/json', '{"items":[]}'.bytes)
        def arguments = [null] * HEADERS.size()
        arguments[at] = argument

        when:
        call('tell', *arguments)

        then:
        HEADERS.collect { server.requests[0].getHeader(yaml(it).path('name').asText()) }.findAll() == value

        where:
        at | argument                                || value
        0  | ['a', 'b']                              || ['a,b']
        0  | []                                      || []
        1  | OffsetDateTime.parse('2026-11-21T12:00Z') || ['2026-11-21T12:00:00Z']
        2  | 3                                       || ['3']
    }

    def 'the items of a list cannot end a header'() {
        when:
        call('tell', ['a', 'b\r\nX-Evil: 1'], null, null)

        then:
        thrown(IllegalArgumentException)
    }

    def '#operation sends #json'() {
        given:
        server.respond(200, 'application/json', '{"items":[]}'.bytes)

        when:
        call(operation, argument())

        then:
        server.requests*.bodyAsString == [json]
        server.requests[0].getHeader('Content-Type') == (json ? 'application/json' : null)

        where:
        operation | argument                                                                       || json
        'create'  | { link('/a') }                                                                 || '{"uri":"/a","headers":[]}'
        'replace' | { [link('/a')] }                                                               || '[{"uri":"/a","headers":[]}]'
        'replace' | { [] }                                                                         || '[]'
        'touch'   | { variant.load('model.Moments').builder().at(OffsetDateTime.parse('2026-11-21T12:00Z')).on(LocalDate.of(2026, 11, 21)).build() } || '{"at":"2026-11-21T12:00:00Z","on":"2026-11-21"}'
        'touch'   | { null }                                                                       || ''
    }

    def 'an optional body can be left out, and a required one cannot'() {
        given:
        server.respond(200, 'application/json', '{"items":[]}'.bytes)

        when:
        call('touch')

        then:
        server.requests*.bodyAsString == ['']

        when:
        call('create', [null] as Object[])

        then:
        thrown(IllegalArgumentException)
    }

    def '#operation reads #mediaType: #body'() {
        given:
        server.respond(status, mediaType, body.bytes)

        expect:
        read(call(operation)) == value

        where:
        operation   | status | mediaType          | body                                             || read                || value
        'listLinks' | 200    | 'application/json' | '[{"uri":"/a"},{"uri":"/b"}]'                    || { it*.uri() }       || ['/a', '/b']
        'listLinks' | 200    | 'application/json' | '[]'                                             || { it }              || []
        'listLinks' | 200    | 'application/xml'  | '<links><Link><uri>/a</uri></Link></links>'      || { it*.uri() }       || ['/a']
        'mapWords'  | 200    | 'application/json' | '{"a":"b"}'                                      || { it }              || [a: 'b']
        'count'     | 200    | 'application/json' | '5000000000'                                     || { it }              || 5_000_000_000L
        'remove'    | 204    | null               | ''                                               || { it }              || null
    }

    def 'a media type of two successes is requested once'() {
        given:
        server.respond(200, 'application/json', '{"items":[]}'.bytes)

        when:
        call('await')

        then:
        server.requests[0].getHeader('Accept') == 'application/json, text/json'
    }
}
