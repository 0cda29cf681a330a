package io.github.partnercenter4j.conformance.judge

import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** JSON is judged strictly by RFC 8259 and the schema, and each objection has its place. */
class JsonJudgeSpec extends Specification {
    private static final SpecModel ORDERS = SpecModel.bundled()
    private static final SpecModel SMALL = SpecModel.read(JsonJudgeSpec.getResource('/judge/small.yaml').getText('UTF-8'))
    private static final Map<SpecModel, Schemas> SCHEMAS = [ORDERS, SMALL].collectEntries { [it, new Schemas(it)] }

    def 'accepted: #body'() {
        expect:
        objections(ORDERS, 'OrderLineItemProvisioningStatusCollection', body) == []

        where:
        body << [
                Exchanges.SAMPLE,
                '{"totalCount":0,"items":[]}',
                ' {\n"items" : [ ] , "totalCount":-0}\t',
                '\uFEFF{"totalCount":0,"items":[]}',
                '{"totalCount":2147483647,"items":[{"lineItemNumber":-2147483648,"status":""}]}',
                '{"totalCount":0,"items":[],"unknown":{"a":[null]},"TotalCount":"x"}',
                '{"totalCount":0,"items":[{"lineItemNumber":0,"status":"\\ud800 é日😀"}]}'
        ]
    }

    def 'rejected at #place by #rule: #body'() {
        expect:
        objections(ORDERS, 'OrderLineItemProvisioningStatusCollection', body).collect { [it.place, it.rule] } == [[place, rule]]

        where:
        body                                                                           || place             | rule
        ''                                                                             || 'body'            | 'malformed'
        ' '                                                                            || 'body'            | 'malformed'
        '{"totalCount":0,"items":[]'                                                   || 'body'            | 'malformed'
        '{"totalCount":0,"items":[]}{}'                                                || 'body'            | 'malformed'
        '{"totalCount":0,"items":[],"items":[]}'                                       || 'body'            | 'malformed'
        '{"totalCount":0,"items":[],"x":{"a":1,"a":2}}'                                || 'body'            | 'malformed'
        '{"totalCount":01,"items":[]}'                                                 || 'body'            | 'malformed'
        '{"totalCount":0,"items":[],}'                                                 || 'body'            | 'malformed'
        '{"totalCount":0,"items":NaN}'                                                 || 'body'            | 'malformed'
        '\uFEFF\uFEFF{"totalCount":0,"items":[]}'                                      || 'body'            | 'malformed'
        '[]'                                                                           || ''                | 'type'
        'null'                                                                         || ''                | 'type'
        '{"items":[]}'                                                                 || 'totalCount'      | 'required'
        '{"totalCount":null,"items":[]}'                                               || 'totalCount'      | 'type'
        '{"totalCount":"0","items":[]}'                                                || 'totalCount'      | 'type'
        '{"totalCount":1.5,"items":[]}'                                                || 'totalCount'      | 'type'
        '{"totalCount":1.0,"items":[]}'                                                || 'totalCount'      | 'type'
        '{"totalCount":1e0,"items":[]}'                                                || 'totalCount'      | 'type'
        '{"totalCount":1e400,"items":[]}'                                              || 'totalCount'      | 'type'
        '{"totalCount":2147483648,"items":[]}'                                         || 'totalCount'      | 'format'
        '{"totalCount":-2147483649,"items":[]}'                                        || 'totalCount'      | 'format'
        '{"totalCount":0,"items":{}}'                                                  || 'items'           | 'type'
        '{"totalCount":0,"items":[null]}'                                              || 'items[0]'        | 'type'
        '{"totalCount":0,"items":[{"lineItemNumber":0,"status":"x"},{"status":"x"}]}'  || 'items[1].lineItemNumber' | 'required'
        '{"totalCount":0,"items":[{"lineItemNumber":0,"status":0}]}'                   || 'items[0].status' | 'type'
        '{"totalCount":0,"items":[],"links":{"next":{}}}'                              || 'links.next.uri'  | 'required'
        '{"totalCount":0,"items":[],"links":{"next":{"uri":"","headers":[{"key":1}]}}}' || 'links.next.headers[0].key' | 'type'
    }

    def 'every supported keyword is judged: #thing is #rule at #place'() {
        expect:
        objections(SMALL, 'Thing', thing).collect { [it.place, it.rule] } == (rule ? [[place, rule]] : [])

        where:
        thing                                                              || place              | rule
        '{"name":"ab","tags":[]}'                                          || null               | null
        '{"name":"a","tags":[]}'                                           || 'name'             | 'minLength'
        '{"name":"😀😀","tags":[]}'                                        || null               | null
        '{"name":"😀","tags":[]}'                                          || 'name'             | 'minLength'
        '{"name":"ab","tags":[],"other":1}'                                || 'other'            | 'additional'
        '{"name":"ab","tags":[],"parts":[{"name":"cd","tags":[],"x":1}]}'  || 'parts[0].x'       | 'additional'
        '{"name":"ab","tags":[],"id":"D0E38DFD-a2c5-4a14-ac06-12d30f0ec54e"}' || null            | null
        '{"name":"ab","tags":[],"id":"{d0e38dfd-a2c5-4a14-ac06-12d30f0ec54e}"}' || 'id'          | 'format'
        '{"name":"ab","tags":[],"made":"2026-11-21T09:30:00.5+01:00"}'     || null               | null
        '{"name":"ab","tags":[],"made":"2026-11-21T09:30:00"}'             || 'made'             | 'format'
        '{"name":"ab","tags":[],"made":"2026-02-30T09:30:00Z"}'            || 'made'             | 'format'
        '{"name":"ab","tags":[],"colour":""}'                              || null               | null
        '{"name":"ab","tags":[],"colour":"Red"}'                           || 'colour'           | 'enum'
        '{"name":"ab","tags":[],"level":2}'                                || null               | null
        '{"name":"ab","tags":[],"level":3}'                                || 'level'            | 'enum'
        '{"name":"ab","tags":[],"total":9223372036854775807}'              || null               | null
        '{"name":"ab","tags":[],"total":9223372036854775808}'              || 'total'            | 'format'
        '{"name":"ab","tags":[],"any":9223372036854775808}'                || null               | null
        '{"name":"ab","tags":[],"code":"日😀x"}'                           || null               | null
        '{"name":"ab","tags":[],"code":"日😀xx"}'                          || 'code'             | 'maxLength'
        '{"name":"ab","tags":[],"seats":300}'                              || null               | null
        '{"name":"ab","tags":[],"seats":301}'                              || 'seats'            | 'maximum'
        '{"name":"ab","tags":[],"seats":-0}'                               || null               | null
        '{"name":"ab","tags":[],"seats":-1}'                               || 'seats'            | 'minimum'
        '{"name":"ab","tags":[],"seats":2147483648}'                       || 'seats'            | 'format'
        '{"name":"ab","tags":[],"sum":3000000000}'                         || null               | null
        '{"name":"ab","tags":[],"sum":3000000001}'                         || 'sum'              | 'maximum'
        '{"name":"ab","tags":[],"share":99.950}'                           || null               | null
        '{"name":"ab","tags":[],"share":99.951}'                           || 'share'            | 'maximum'
        '{"name":"ab","tags":[],"share":-5e-1}'                            || null               | null
        '{"name":"ab","tags":[],"share":-0.51}'                            || 'share'            | 'minimum'
        '{"name":"ab","tags":[],"old":true}'                               || null               | null
        '{"name":"ab","tags":[],"old":"true"}'                             || 'old'              | 'type'
        '{"name":"ab","tags":[],"note":{"text":null}}'                     || null               | null
        '{"name":"ab","tags":[],"note":null}'                              || 'note'             | 'type'
    }

    def 'a date-time is judged as a whole: #text'() {
        expect:
        objections(SMALL, 'Thing', "{\"name\":\"ab\",\"tags\":[],\"made\":\"$text\"}").collect { it.rule } == (good ? [] : ['format'])
        new XmlJudge(SMALL, SCHEMAS[SMALL]).objections(SMALL.schemas()['Thing'], "<Ding><Name>ab</Name><made>$text</made></Ding>".bytes, null)*.rule == (good ? [] : ['format'])

        where:
        text                                       || good
        '2026-11-21T09:30:00Z'                     || true
        '2024-02-29T23:59:59.999999999-11:59'      || true
        '2026-11-21T09:30:00Z2026-11-21T09:30:00Z' || false
        '2026-11-21T24:00:00Z'                     || false
        '2026-11-21T23:59:60Z'                     || false
        '2026-11-21T09:60:00Z'                     || false
        '2026-02-29T09:30:00Z'                     || false
        '2026-11-21T09:30:00+14:00'                || false
        '2026-11-21T09:30:00+0100'                 || false
        '0000-11-21T09:30:00Z'                     || false
        '2026-11-21t09:30:00z'                     || false
        '2026-11-21'                               || false
        ''                                         || false
    }

    def 'bytes that are not UTF-8 are rejected: #bytes'() {
        given:
        def body = new ByteArrayOutputStream()
        ['{"totalCount":0,"items":[{"lineItemNumber":0,"status":"'.bytes, bytes as byte[], '"}]}'.bytes].each { body.write(it as byte[]) }

        expect:
        judge(ORDERS).objections(ORDERS.schemas()['OrderLineItemProvisioningStatusCollection'], body.toByteArray(), 'utf-8')*.rule == ['encoding']

        where:
        bytes << [[0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]
    }

    private static JsonJudge judge(SpecModel spec) {
        new JsonJudge(SCHEMAS[spec])
    }

    private static List<Objection> objections(SpecModel spec, String schema, String body) {
        judge(spec).objections(spec.schemas()[schema], body.getBytes('UTF-8'), null)
    }
}
