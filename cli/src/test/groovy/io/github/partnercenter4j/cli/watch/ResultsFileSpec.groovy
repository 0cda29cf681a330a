package io.github.partnercenter4j.cli.watch

import static io.github.partnercenter4j.cli.watch.Results.result
import static io.github.partnercenter4j.cli.watch.Results.results

import io.github.partnercenter4j.watch.LineItemStatus
import io.github.partnercenter4j.watch.OrderResult
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ResultsFileSpec extends Specification {
    @TempDir
    Path folder

    File file

    def setup() {
        file = folder.resolve('results.jsonl').toFile()
    }

    def "a result is one line of JSON with everything that is known of the order"() {
        when:
        add([result(1, attributes: [note: 'a "b"\u2028\n', Owner: 'Zoë'], kind: OrderResult.Kind.FAILED, reason: 'x', firstAsked: null, requestId: null,
                lineItems: [new LineItemStatus(0, 7, 'Fulfilled'), new LineItemStatus(null, null, null)])])

        then:
        file.text == '{"number":1,"customerId":"0c39d6d5-c70d-4c55-bc02-f620844f3fd1","orderId":"o1","attributes":{"note":"a \\"b\\"\\u2028\\n","Owner":"Zo\\u00EB"},' +
                '"outcome":"failed","reason":"x","lineItems":[{"lineItemNumber":0,"orderLineItemId":7,"status":"Fulfilled"},{"lineItemNumber":null,"orderLineItemId":null,"status":null}],' +
                '"firstAsked":null,"done":"2026-01-02T03:05:35.678Z","requests":5,"requestId":null}\n'
    }

    def "results are added after the last number, and those before it are skipped"() {
        when:
        add(results(1, 3))
        add(results(2, 5))
        add([])
        add(results(1, 6))

        then:
        file.readLines()*.find(/"orderId":"(\w+)"/) { it[1] } == ['o1', 'o2', 'o3', 'o4', 'o5', 'o6']
    }

    def "cut at any byte, the file is repaired and continued without a lost or doubled line"() {
        given:
        add(results(1, 3))
        def whole = file.bytes

        expect:
        (0..whole.length).each { length ->
            file.bytes = whole[0..<length] as byte[]
            add(results(1, 3))
            assert file.bytes == whole
        }
    }

    def "the last line is found in a large file, and a long last line too"() {
        given:
        def long1 = result(1, attributes: [note: 'x' * 50_000])

        when:
        add([long1])
        add([long1, result(2)])
        add([long1] + results(2, 2000))

        then:
        file.readLines().size() == 2000
        ResultsFile.open(file.toPath()).withCloseable { it.lastNumber() } == 2000
    }

    def "a file that is not ours stays as it is: #start"(String start, int times) {
        given:
        def content = start * times
        file.text = content

        when:
        ResultsFile.open(file.toPath())

        then:
        def e = thrown(ResultsFileException)
        e.message.startsWith('it is not a results file of pcorders') || e.message.startsWith('its last line is not a result')
        file.text == content

        where:
        start                                                             | times
        'customerId,orderId\na,b'                                         | 1
        'x'                                                               | 1
        'x'                                                               | 20_000_000
        '\n'                                                              | 1
        '{}'                                                              | 1
        '{"number":2,"customerId":"a","orderId":"b"}\n'                   | 1
        '{"number":1,"customerId":"a","orderId":"b"}\nnotes\n'            | 1
        '{"number":1,"orderId":"b"}\n'                                    | 1
    }

    def "only one process writes the file"() {
        given:
        def first = ResultsFile.open(file.toPath())

        when:
        ResultsFile.open(file.toPath())

        then:
        def e = thrown(ResultsFileException)
        e.message == 'another pcorders writes it: stop that one, or name another file'

        when: 'the first ends'
        first.close()
        add(results(1, 1))

        then:
        file.readLines().size() == 1
    }

    def "another program can read the file while it is locked"() {
        given:
        def open = ResultsFile.open(file.toPath())
        open.add(results(1, 2))

        expect:
        file.readLines().size() == 2

        cleanup:
        open.close()
    }

    def "a gap between the file and the results is never written"() {
        given:
        add(results(1, 2))

        when:
        add(results(4, 4))

        then:
        thrown(IllegalStateException)
        file.readLines().size() == 2
    }

    private void add(List<OrderResult> results) {
        ResultsFile.open(file.toPath()).withCloseable { it.add(results) }
    }
}
