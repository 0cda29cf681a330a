package io.github.partnercenter4j.sandbox

import static java.time.Duration.ofMinutes

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Rules that docs/guide/sandbox.md states in a sentence, and that no other specification tests. */
class GuideRulesSpec extends Specification {

    static final CUSTOMER = '11111111-2222-3333-4444-555555555555'

    @AutoCleanup PartnerCenterSandbox sandbox
    @TempDir Path folder

    def "a line item on page #page of two changes after the number of responses that showed it"(int page) {
        given: 'the order of the guide'
        sandbox = PartnerCenterSandbox.start()
        def line = LineItem.of(1, 'Pending').thenAfterPolls(2, 'Fulfilled')
        sandbox.add(SandboxOrder.of(CUSTOMER, 'o').with(line).with(line).inPagesOf(1))

        expect: 'all pages are read each time'
        (1..4).collect { pages().collect { it.items[0].status }[page - 1] } == ['Pending', 'Pending', 'Fulfilled', 'Fulfilled']

        where:
        page << [1, 2]
    }

    def "a page that is read again counts for its own line items only"() {
        given:
        sandbox = PartnerCenterSandbox.start()
        def line = LineItem.of(1, 'Pending').thenAfterPolls(2, 'Fulfilled')
        sandbox.add(SandboxOrder.of(CUSTOMER, 'o').with(line).with(line).with(line).with(line).inPagesOf(2))

        when: 'the first page is read three times, and then all pages'
        def first = (1..3).collect { json(read([:])).items*.status }

        then:
        first == [['Pending', 'Pending'], ['Pending', 'Pending'], ['Fulfilled', 'Fulfilled']]
        pages()*.items*.status == [['Fulfilled', 'Fulfilled'], ['Pending', 'Pending']]
    }

    def "the page shows the last 50 requests"() {
        given:
        sandbox = PartnerCenterSandbox.start()
        (1..51).each { RawClient.get("${sandbox.baseUrl()}/nothing-$it", [:]) }

        when:
        def html = new String(RawClient.get(sandbox.baseUrl() + '/', [Accept: 'text/html']).body(), 'UTF-8')

        then:
        html.findAll(/nothing-\d+/)*.replaceFirst('nothing-', '')*.toInteger() == (51..2)
    }

    def "the Date of a response is in GMT with two digits for the day, by the clock of the sandbox in any zone"() {
        given:
        def now = Instant.parse('2017-04-05T23:59:09.999Z')
        sandbox = PartnerCenterSandbox.builder().clock(Clock.fixed(now, ZoneId.of('Asia/Kathmandu'))).start()

        expect:
        RawClient.get(sandbox.baseUrl() + '/nowhere', [:]).headers().allValues('Date') == ['Wed, 05 Apr 2017 23:59:09 GMT']
    }

    def "a body of a request is #status if it is #what"(String what, String type, String body, int status) {
        given:
        def json = '          application/json:\n            schema: {$ref: \'#/components/schemas/NewOrder\'}\n'
        def document = OwnOperationsSpec.TEXT.replace(json, json + json.replace('json', 'xml')).replace('name: {type: string', 'day: {type: string, format: date}\n        name: {type: string')
        sandbox = PartnerCenterSandbox.builder().spec(Files.writeString(folder.resolve('own.yaml'), document)).start()

        expect:
        RawClient.send('POST', sandbox.operationUrl('createOrder'), [Authorization: 'Bearer ' + sandbox.token(), 'Content-Type': type], body).statusCode() == status

        where:
        what                                    | type               | body                                       || status
        'JSON that fits'                        | 'application/json' | '{"name":"Abc","lines":[]}'                || 201
        'JSON that does not fit'                | 'application/json' | '{"name":"abc","lines":[]}'                || 400
        'JSON with a text of another format'    | 'application/json' | '{"name":"Abc","lines":[],"day":"soon"}'   || 400
        'XML that fits'                         | 'application/xml'  | '<NewOrder><name>Abc</name><lines><quantity>5</quantity></lines></NewOrder>' || 201
        'XML that does not fit'                 | 'application/xml'  | '<NewOrder><name>Abc</name><lines><quantity>6</quantity></lines></NewOrder>' || 400
        'half of XML'                           | 'application/xml'  | '<NewOrder><name>Abc'                      || 400
        'empty, and should be XML'              | 'application/xml'  | ''                                         || 400
    }

    def "a scripted state stays when the line item would have changed by itself"() {
        given:
        def clock = new MovableClock()
        sandbox = PartnerCenterSandbox.builder().clock(clock).order(SandboxOrder.of(CUSTOMER, 'o').with(LineItem.of(1, 'Pending').then(ofMinutes(10), 'Fulfilled'))).start()
        sandbox.next(Responses.unfulfilled())

        when:
        def scripted = json(read([:])).items*.status
        clock.pass(ofMinutes(10))

        then:
        [scripted, json(read([:])).items*.status] == [['Unfulfilled'], ['Unfulfilled']]
    }

    private List<Map> pages() {
        def pages = [json(read([:]))]
        while (pages.last().links?.next) {
            pages << json(read(pages.last().links.next.headers.collectEntries { [it.key, it.value] }))
        }
        pages
    }

    private byte[] read(Map<String, String> headers) {
        RawClient.get(sandbox.provisioningStatusUrl(CUSTOMER, 'o'), [Authorization: 'Bearer ' + sandbox.token()] + headers).body()
    }

    private static Map json(byte[] body) {
        new ObjectMapper().readValue(body, Map)
    }
}
