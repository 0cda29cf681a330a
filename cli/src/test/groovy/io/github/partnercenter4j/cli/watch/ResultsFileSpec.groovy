package io.github.partnercenter4j.cli.watch

import static io.github.partnercenter4j.cli.watch.Results.result
import static io.github.partnercenter4j.cli.watch.Results.results
import static java.nio.file.StandardOpenOption.CREATE
import static java.nio.file.StandardOpenOption.READ
import static java.nio.file.StandardOpenOption.WRITE

import io.github.partnercenter4j.watch.LineItemStatus
import io.github.partnercenter4j.watch.OrderResult
import java.nio.ByteBuffer
import java.nio.channels.FileChannel
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

    def "results are added to an open file after those that were added before"() {
        given:
        def open = ResultsFile.open(file.toPath())

        when:
        open.add(results(1, 2))
        open.add(results(1, 3))

        then:
        open.lastNumber() == 3
        file.readLines()*.find(/"number":(\d+)/) { it[1] } == ['1', '2', '3']

        cleanup:
        open.close()
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

    def "what is not a whole line is cut when the file is opened, and when it is closed"() {
        given:
        add(results(1, 2))
        def whole = file.text

        when:
        file << '{"number":3,'
        def open = ResultsFile.open(file.toPath())

        then:
        file.text == whole

        when: 'an attempt to write fails in the middle'
        file << '{"number":3,"cus'
        open.close()

        then:
        file.text == whole
    }

    def "results are on the disk before they count, also if the disk takes a few bytes at a time"() {
        given:
        def disk = new Disk(file: FileChannel.open(file.toPath(), CREATE, READ, WRITE))
        def open = new ResultsFile(disk)

        when:
        disk.full = true
        open.add(results(1, 2))

        then:
        thrown(IOException)
        open.lastNumber() == 0

        when: 'there is space again'
        disk.full = false
        open.add(results(1, 2))

        then:
        open.lastNumber() == 2
        disk.forced == file.length()
        file.readLines().size() == 2

        when:
        def again = new ResultsFile(disk)
        again.repair()

        then:
        again.lastNumber() == 2

        cleanup:
        disk.close()
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

    def "a last line of #length bytes is found after #before bytes"(int length, long before) {
        given: 'a file whose middle is not read'
        def shortest = ResultJson.write(result(2, attributes: [note: ''])).length()
        def last = ResultJson.write(result(2, attributes: [note: 'x' * (length - shortest)]))
        new RandomAccessFile(file, 'rw').withCloseable {
            it.writeBytes(ResultJson.write(result(1)))
            it.seek(before - 1)
            it.writeBytes("\n$last\n")
        }

        expect:
        last.length() == length
        ResultsFile.open(file.toPath()).withCloseable { it.lastNumber() } == 2
        file.length() == before + length + 1

        where:
        length | before
        8_191  | 1_000
        8_192  | 1_000
        8_193  | 1_000
        20_000 | 20_000_000
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

        when: 'its owner has emptied it'
        file.text = ''
        add(results(1, 1))

        then:
        file.readLines().size() == 1

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

    def "a file with two results is refused if the second of the store is #second"(List<OrderResult> second) {
        given:
        add(results(1, 2))

        when:
        ResultsFile.open(file.toPath()).withCloseable { it.requireFrom(Stub(WatchView) { it.results(1, 1) >> second }) }

        then:
        def e = thrown(ResultsFileException)
        e.message == 'its results are not from this store: name the file that belongs to the store, or a new one'

        where:
        second << [[result(2, orderId: 'o3')], [result(2, customerId: 'AAAAAAAA-0000-1111-2222-BBBBBBBBBBBB')], []]
    }

    private void add(List<OrderResult> results) {
        ResultsFile.open(file.toPath()).withCloseable { it.add(results) }
    }

    /** A file that is read and written a few bytes at a time, and can be full. */
    static class Disk extends FileChannel {
        @Delegate
        FileChannel file
        boolean full
        long forced

        @Override
        int read(ByteBuffer bytes, long position) {
            few(bytes) { file.read(it, position) }
        }

        @Override
        int write(ByteBuffer bytes, long position) {
            few(bytes) { file.write(it, position) }
        }

        private static int few(ByteBuffer bytes, Closure<Integer> transfer) {
            def count = transfer(bytes.slice().limit(Math.min(3, bytes.remaining())))
            bytes.position(bytes.position() + Math.max(0, count))
            count
        }

        @Override
        void force(boolean metaData) {
            if (full) {
                throw new IOException('no space')
            }
            forced = file.size()
        }

        @Override
        protected void implCloseChannel() {
            file.close()
        }
    }
}
