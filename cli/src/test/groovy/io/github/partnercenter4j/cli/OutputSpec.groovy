package io.github.partnercenter4j.cli

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.SandboxOrder
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.util.environment.RestoreSystemProperties

class OutputSpec extends Specification {
    static final String TWO_ITEMS = '''{
        "totalCount": 2,
        "items": [
            {"orderLineItemId": 7, "lineItemNumber": 0, "status": "fulfilled",
             "quantityProvisioningInformation": [{"quantity": 1, "status": "fulfilled"}, {"quantity": 20, "status": "pending"}]},
            {"lineItemNumber": 1, "status": "prefulfillmentPending"}
        ],
        "attributes": {"objectType": "Collection"}}'''

    @AutoCleanup
    StubService service

    def "the table has aligned columns and a summary below"() {
        given:
        service = StubService.json(TWO_ITEMS)

        expect:
        CommandRun.status(service).out == '''\
            LINE  ITEM    STATUS                 QUANTITIES
            0     7       fulfilled              1 fulfilled, 20 pending
            1     (none)  prefulfillmentPending

            Pending: line item 1 is prefulfillmentPending
            '''.stripIndent()
    }

    def "standard error explains why an order can be pending, with a source for each cause"() {
        given:
        service = StubService.json(TWO_ITEMS)

        when:
        def explanation = CommandRun.status(service).errLines()

        then:
        explanation.take(2) == ['', 'Why an order can be pending; the service does not say which applies:']
        [explanation.drop(2).collate(2), ['up to 15 minutes', 'within 48 hours', 'Microsoft Customer Agreement', 'MFA']].transpose().every { cause, words ->
            cause[0].startsWith('  - ') && cause[0].contains(words) && cause[1].startsWith('    Source: ')
        }
        explanation.size() == 10
    }

    def "the explanation is below the result if both are on a terminal, and everything is written at the end: #size"(int size) {
        given:
        def terminal = new StringWriter()
        def out = new PrintWriter(new BufferedWriter(terminal))
        def err = new PrintWriter(new BufferedWriter(terminal, size))
        service = StubService.json(TWO_ITEMS)

        when:
        Main.run(['status', '--customer', CommandRun.CUSTOMER, '--order', CommandRun.ORDER, '--base-url', service.url()] as String[], [PARTNER_CENTER_TOKEN: CommandRun.TOKEN], out, err)

        then:
        terminal.toString().startsWith('LINE  ITEM ')
        terminal.toString().contains('Pending: line item 1 is prefulfillmentPending\n\nWhy an order can be pending')
        terminal.toString().endsWith('\n')

        where: 'the explanation fits into the buffer, or not'
        size << [8_192, 1]
    }

    def "a character of two units takes one column of the table"() {
        given:
        service = StubService.json('{"items":[{"lineItemNumber":0,"status":"\ud835\udcb3","quantityProvisioningInformation":[{"quantity":1,"status":"fulfilled"}]}]}')

        expect:
        CommandRun.status(service).out.readLines()[1] == '0     (none)  \ud835\udcb3       1 fulfilled'
    }

    def "there is no explanation for #status as #output"() {
        given:
        service = StubService.json("""{"items":[{"lineItemNumber":0,"status":"$status"}]}""")

        expect:
        CommandRun.status(service, '--output', output).err == ''

        where:
        status        | output
        'fulfilled'   | 'table'
        'unfulfilled' | 'table'
        'pending'     | 'json'
        'pending'     | 'csv'
    }

    def "an order in several pages is one result, as #output"() {
        given:
        def sandbox = PartnerCenterSandbox.builder()
                .order(SandboxOrder.of(CommandRun.CUSTOMER, 'paged').with(LineItem.of(1, 'fulfilled')).with(LineItem.of(2, 'fulfilled')).inPagesOf(1))
                .start()

        when:
        def run = CommandRun.of([PARTNER_CENTER_TOKEN: sandbox.token()], ['status', '--customer', CommandRun.CUSTOMER, '--order', 'paged', '--base-url', sandbox.baseUrl(), '--output', output])

        then:
        run.exitCode == 0
        run.out.contains(text)
        !run.out.contains('"next"')

        cleanup:
        sandbox.close()

        where:
        output  || text
        'table' || 'Fulfilled: all 2 line items are fulfilled'
        'csv'   || '\r\n0,,fulfilled,1,fulfilled\r\n1,,fulfilled,2,fulfilled\r\n'
        'json'  || '"totalCount": 2'
    }

    def "json is the JSON of the OpenAPI document, indented"() {
        given:
        service = StubService.json('{"items":[{"status":"f\u00fcr","lineItemNumber":0,"new":1}],"totalCount":1}')

        when:
        def out = CommandRun.status(service, '--output', 'json').out

        then: 'the OpenAPI document may add properties to these'
        def tree = new JsonMapper().readValue(out, Map)
        tree.totalCount == 1
        tree.items.collect { it.subMap('lineItemNumber', 'status', 'quantityProvisioningInformation') } ==
            [[lineItemNumber: 0, status: 'f\u00fcr', quantityProvisioningInformation: []]]
        !tree.items[0].keySet().any { it in ['new', 'orderLineItemId'] }
        out.contains('  "items": [\n    {\n')
        out.contains('\n      "lineItemNumber": 0,\n      "status": "f\u00fcr",\n      "quantityProvisioningInformation": []')
        out.endsWith('\n}\n')
    }

    def "json is the same for both values of --format"() {
        given:
        def json = CommandRun.of([:], ['status', '--sandbox', '--output', 'json', '--format', 'json'])
        def xml = CommandRun.of([:], ['status', '--sandbox', '--output', 'json', '--format', 'xml', '--verbose'])

        expect:
        xml.err.contains('media type: application/xml')
        json.out == xml.out
        with(new JsonMapper().readValue(json.out, Map)) {
            totalCount == 1
            attributes.objectType == 'Collection'
            items.size() == 1
            items[0].subMap('orderLineItemId', 'lineItemNumber', 'status') == [orderLineItemId: 0, lineItemNumber: 0, status: 'fulfilled']
            items[0].quantityProvisioningInformation*.subMap('quantity', 'status') == [[quantity: 1, status: 'fulfilled']]
        }
    }

    def "csv has a line for each line item and quantity"() {
        given:
        service = StubService.json(TWO_ITEMS)

        expect:
        CommandRun.status(service, '--output', 'csv').out == [
            'lineItemNumber,orderLineItemId,status,quantity,quantityStatus',
            '0,7,fulfilled,1,fulfilled',
            '0,7,fulfilled,20,pending',
            '1,,prefulfillmentPending,,',
            ''].join('\r\n')
    }

    def "the csv cell of the status #status is #cell"() {
        given:
        service = StubService.json(/{"items":[{"status":"$status","lineItemNumber":-1}]}/)

        expect:
        CommandRun.status(service, '--output', 'csv').out.split('\r\n')[1] == "-1,,$cell,,"

        where:
        status             || cell
        'a,b'              || '"a,b"'
        'say \\"yes\\"'    || '"say ""yes"""'
        'two\\r\\nlines'   || 'two\\u000d\\u000alines'
        '=1+1'             || "'=1+1"
        '+1'               || "'+1"
        '-1'               || "'-1"
        '@SUM(A1)'         || "'@SUM(A1)"
        '=HYPERLINK(1,2)'  || "\"'=HYPERLINK(1,2)\""
        'a=b'              || 'a=b'
    }

    def "a status cannot control the terminal, as #output"() {
        given:
        service = StubService.json('{"items":[{"lineItemNumber":0,"status":"\\u001b[2J\\u009b1m\\u202e\\u0007\\u007f"}]}')

        when:
        def out = CommandRun.status(service, '--output', output).out

        then:
        out.contains('\\u001b[2J\\u009b1m\\u202e\\u0007\\u007f') || output == 'json' && out.contains('\\u001B[2J\\u009b1m\\u202e\\u0007\\u007f')
        !out.codePoints().anyMatch { it < 0x20 && it != 0x0a && it != 0x0d || it in 0x7f..0x9f || it == 0x202e }

        where:
        output << ['table', 'json', 'csv']
    }

    def "a status that looks like markup is printed unchanged"() {
        given:
        service = StubService.json('{"items":[{"lineItemNumber":0,"status":"@|red x|@ %s"}]}')

        expect:
        CommandRun.status(service).out.contains('@|red x|@ %s')
    }

    @RestoreSystemProperties
    def "the status and the summary are colored, and nothing else"() {
        given:
        System.setProperty('picocli.ansi', 'true')
        service = StubService.json('{"items":[{"lineItemNumber":0,"status":"fulfilled"},{"lineItemNumber":1,"status":"unfulfilled"},{"lineItemNumber":2,"status":"pending"},{"lineItemNumber":3,"status":"new"}]}')

        expect:
        CommandRun.status(service).out.findAll(/\u001b\[([1-9]\d*)m(\w+)\u001b/) { [it[1], it[2]] } ==
                [['32', 'fulfilled'], ['31', 'unfulfilled'], ['33', 'pending'], ['33', 'new'], ['33', 'Pending']]
    }

    @RestoreSystemProperties
    def "colors are used on terminals only: #environment and #args give #colors"() {
        given:
        // picocli reads this property before it checks for a terminal.
        System.setProperty('picocli.ansi', 'true')

        when:
        def run = CommandRun.of(environment, ['status', '--sandbox', *args])

        then:
        run.exitCode == 0
        run.out.contains('\u001b[') == colors

        where:
        environment     | args                 || colors
        [:]             | []                   || true
        [NO_COLOR: '']  | []                   || true
        [NO_COLOR: '1'] | []                   || false
        [TERM: 'dumb']  | []                   || false
        [TERM: 'xterm'] | []                   || true
        [:]             | ['--no-color']       || false
        [:]             | ['--output', 'json'] || false
        [:]             | ['--output', 'csv']  || false
    }

    def "there are no colors without a terminal"() {
        expect:
        !CommandRun.of([:], ['status', '--sandbox']).out.contains('\u001b')
        !CommandRun.of([:], ['--help']).out.contains('\u001b')
    }

    def "--verbose shows details of a response on standard error"() {
        given:
        service = StubService.responding(200, ['Content-Type': 'text/json', 'MS-RequestId': 'r-1', 'MS-CorrelationId': 'c-1',
            'MS-CV': 'cv.0', 'MS-ServerId': 's-1'], TWO_ITEMS)

        when:
        def quiet = CommandRun.status(service)
        def verbose = CommandRun.status(service, '--verbose')

        then:
        !quiet.err.contains('status: 200')
        verbose.out == quiet.out
        verbose.errLines()*.strip().dropWhile { it != 'status: 200' } == ['status: 200', 'MS-RequestId: r-1', 'MS-CorrelationId: c-1', 'MS-CV: cv.0',
            'MS-ServerId: s-1', 'media type: text/json', 'read as: JSON']
    }

    def "--verbose shows details of an error below its message"() {
        given:
        service = StubService.responding(429, ['Content-Type': 'application/json', 'Retry-After': '5'],
                '{"code":20000,"description":"Slow\\u001b[2J","data":["a","b"],"source":"PartnerFD"}')

        when:
        def quiet = CommandRun.status(service)
        def verbose = CommandRun.status(service, '--verbose')

        then:
        quiet.errLines().size() == 1
        verbose.errLines()[1..-1]*.strip().containsAll(['kind: TOO_MANY_REQUESTS', 'status: 429', 'code: 20000',
            'description: Slow\\u001b[2J', 'data: a', 'data: b', 'source: PartnerFD', 'retry-after: 5 s'])
        !verbose.err.contains('\u001b')
    }
}
