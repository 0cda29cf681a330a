package io.github.partnercenter4j.cli.csv

import static java.nio.charset.StandardCharsets.ISO_8859_1
import static java.nio.charset.StandardCharsets.UTF_16BE
import static java.nio.charset.StandardCharsets.UTF_16LE
import static java.nio.charset.StandardCharsets.UTF_8

import io.github.partnercenter4j.watch.WatchedOrder
import spock.lang.Specification

class OrdersCsvSpec extends Specification {
    static final A = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final B = 'AAAAAAAA-0000-1111-2222-BBBBBBBBBBBB'

    List<BadLine> bad = []

    def "the orders of #text"(String text, List<WatchedOrder> orders) {
        expect:
        read(text.bytes) == orders
        bad == []

        where:
        text                                                          || orders
        "customerId,orderId\n$A,o1\n$B,o2\n"                          || [order(A, 'o1'), order(B, 'o2')]
        "customerId,orderId\n$A,o1"                                   || [order(A, 'o1')]
        "customerId,orderId\r\n$A,o1\r\n$A,o2\r\n"                    || [order(A, 'o1'), order(A, 'o2')]
        "customerId,orderId\r$A,o1\r$A,o2"                            || [order(A, 'o1'), order(A, 'o2')]
        "orderId,customerId\no1,$A"                                   || [order(A, 'o1')]
        "CUSTOMERID, OrderID \n$A,o1"                                 || [order(A, 'o1')]
        "customerId;orderId\n$A;o1,x"                                 || [order(A, 'o1,x')]
        "customerId\torderId\n$A\to1"                                 || [order(A, 'o1')]
        "sep=;\r\ncustomerId;orderId\r\n$A;o1"                        || [order(A, 'o1')]
        "\n\ncustomerId,orderId\n\n$A,o1\n   \n,\n\n"                 || [order(A, 'o1')]
        "customerId,orderId\n  $A , o1 "                              || [order(A, 'o1')]
        "\"customerId\",\"orderId\"\n\"$A\",\"o1\""                   || [order(A, 'o1')]
        "customerId,note,orderId\n$A,\"x, \"\"y\"\"\",o1"             || [order(A, 'o1', [note: 'x, "y"'])]
        "customerId,note,orderId\n$A,\"x\r\ny\",o1\n$A,z,o2"          || [order(A, 'o1', [note: 'x\ny']), order(A, 'o2', [note: 'z'])]
        "note,customerId,orderId,Owner\n,$A,o1, me "                  || [order(A, 'o1', [note: '', Owner: ' me '])]
        "note,customerId,orderId\n\"x\ny\",$A,o1"                     || [order(A, 'o1', [note: 'x\ny'])]
        "customerId,orderId,,\n$A,o1,,\n$A,o2,,,\n"                   || [order(A, 'o1'), order(A, 'o2')]
        "customerId,orderId\n$A,o1\n$A,o1"                            || [order(A, 'o1'), order(A, 'o1')]
        'customerId,orderId'                                          || []
    }

    def "a file in #encoding is read"(String encoding, byte[] bytes) {
        expect:
        read(bytes) == [order(A, 'o1', [name: 'Zoë €'])]
        bad == []

        where:
        encoding                | bytes
        'UTF-8'                 | file().getBytes(UTF_8)
        'UTF-8 with a mark'     | ('\uFEFF' + file()).getBytes(UTF_8)
        'UTF-16LE with a mark'  | ('\uFEFF' + file()).getBytes(UTF_16LE)
        'UTF-16BE with a mark'  | ('\uFEFF' + file()).getBytes(UTF_16BE)
    }

    private static String file() {
        "customerId;orderId;name\r\n$A;o1;Zoë €\r\n"
    }

    def "the line #line is reported with its number, and the others are read"(String line, String problem) {
        expect:
        read("customerId,orderId,note\n$A,o1,\n$line\n$A,o2,\n\n$A,o3,".getBytes(ISO_8859_1))*.orderId() == ['o1', 'o2', 'o3']
        bad == [new BadLine(3, problem)]

        where:
        line                      || problem
        "contoso,o,"              || 'customerId must be a GUID, but is contoso'
        ",o,"                     || 'customerId must be a GUID, but is (empty)'
        "{$A},o,"                 || "customerId must be a GUID, but is {$A}"
        "$A,,"                    || 'orderId is empty'
        "$A,  ,"                  || 'orderId is empty'
        "$A,..,"                  || 'orderId is not an id: ..'
        "$A,o\u0001,"             || 'orderId must not contain spaces or control characters'
        "$A,a b,"                 || 'orderId must not contain spaces or control characters'
        "$A,1.23457E+11,"         || 'orderId 1.23457E+11 is a rounded number: format the column as text in the spreadsheet, and save it again'
        "$A,${'x' * 257},"        || 'orderId must have 1 to 256 characters, but has 257'
        "$A,o"                    || 'has 2 fields, but the header has 3 columns'
        "$A"                      || 'has 1 field, but the header has 3 columns'
        "$A,o,x,y"                || 'has 4 fields, but the header has 3 columns'
        "$A,o,Zo\u00eb"           || 'is not UTF-8: save the file as "CSV UTF-8"'
        "\u00eb$A,o,"             || 'is not UTF-8: save the file as "CSV UTF-8"'
        "$A,\"o,"                 || 'a quote is opened, but not closed'
        "$A,o,\"x"                || 'a quote is opened, but not closed'
        "$A,o\",x"                || 'orderId is not an id: o"'
        "$A,\"\"\"o\","           || 'orderId is not an id: "o'
        "$A,\"o\"x,"              || 'there is text after a closing quote'
        "$A,o," + 'x' * 70_000    || 'is longer than 65536 characters'
        "\u001b[2J,o,"            || 'customerId must be a GUID, but is \\u001b[2J'
    }

    def "a line of #length characters is read: #read"(int length, boolean read) {
        given:
        def line = "$A,o1,".padRight(length, 'x')

        expect:
        this.read("customerId,orderId,note\n$line\n$A,o2,".bytes)*.orderId() == (read ? ['o1', 'o2'] : ['o2'])
        bad*.number() == (read ? [] : [2])

        where:
        length || read
        65_536 || true
        65_537 || false
    }

    def "a record of #lines lines is read: #read"(int lines, boolean read) {
        given:
        def note = (1..lines).collect { 'x' }.join('\n')

        expect: 'otherwise each of its lines is one of its own, and bad'
        this.read("customerId,orderId,note\n$A,o1,\"$note\"\n$A,o2,".bytes)*.orderId() == (read ? ['o1', 'o2'] : ['o2'])
        bad.size() == (read ? 0 : lines)

        where:
        lines || read
        101   || true
        102   || false
    }

    def "a record whose quote is open after #length characters is read: #read"(int length, boolean read) {
        given:
        def start = "$A,o1,\"x\n".padRight(length, 'x')

        expect: 'otherwise each of its lines is one of its own, and bad'
        this.read("customerId,orderId,note\n$start\n\"\n$A,o2,".bytes)*.orderId() == (read ? ['o1', 'o2'] : ['o2'])
        bad*.number() == (read ? [] : [2, 3, 4])

        where:
        length || read
        65_536 || true
        65_537 || false
    }

    def "of an id that is none, #shown characters are shown of #length"(int length, int shown, String end) {
        when:
        read("customerId,orderId\n${'x' * length},o".bytes)

        then:
        bad*.problem() == ["customerId must be a GUID, but is ${'x' * shown}$end" as String]

        where:
        length || shown | end
        60     || 60    | ''
        61     || 60    | '…'
    }

    def "a quote that is not closed spoils its line only, whatever follows: lines with a note of #length characters"(int length) {
        given:
        def orders = (1..300).collect { it in [1, 7, 150] ? "$A,\"o$it" : "$A,o$it,${'x' * length}" }

        expect:
        read(("customerId,orderId,note\n" + orders.join('\n')).bytes)*.orderId() == ((1..300) - [1, 7, 150]).collect { "o$it" as String }
        bad*.number() == [2, 8, 151]

        where: 'a record ends at its number of lines, or at its length'
        length << [0, 1_000]
    }

    def "a file that begins with #start is refused: #problem"(String start, String problem) {
        when:
        read(start.bytes)

        then:
        def e = thrown(OrdersFileException)
        e.message == problem

        where:
        start                           || problem
        ''                              || 'it is empty: the first line must be customerId,orderId'
        '\uFEFF'                        || 'it is empty: the first line must be customerId,orderId'
        '\n \n'                         || 'it is empty: the first line must be customerId,orderId'
        'sep=;\n'                       || 'it is empty: the first line must be customerId,orderId'
        "$A,o1"                         || "the header has no column customerId, only: $A, o1. The first line must name the columns customerId and orderId"
        'customer;orderId'              || 'the header has no column customerId, only: customer, orderId. The first line must name the columns customerId and orderId'
        'customerId,order'              || 'the header has no column orderId, only: customerId, order. The first line must name the columns customerId and orderId'
        ';order'                        || 'the header has no column customerId, only: (empty), order. The first line must name the columns customerId and orderId'
        'customerId,orderId,ORDERID'    || 'the header has two columns orderId'
        'customerId,orderId,note,note'  || 'the header has two columns note'
        'customerId,"orderId'           || 'the header has no column customerId, only: customerId,"orderId. The first line must name the columns customerId and orderId'
        'x' * 70_000                    || 'the first line is not CSV: it must be customerId,orderId'
        '\u0000\u0001\u0002'            || 'its first line is not text in UTF-8: save the file as "CSV UTF-8"'
        'c\u0000u\u0000s\u0000t\u0000'    || 'its first line is not text in UTF-8: save the file as "CSV UTF-8"'
        'PK\u0003\u0004\u0014\u0000'      || 'it is a workbook or another ZIP file: save the sheet as "CSV UTF-8"'
        'customerId|orderId'            || 'the header has no column customerId, only: customerId|orderId. The first line must name the columns customerId and orderId'
    }

    def "a header that is not UTF-8 is refused, because its columns are carried into the results: #header"() {
        when:
        read("$header\n$A;o1;x\n".getBytes(ISO_8859_1))

        then:
        def e = thrown(OrdersFileException)
        e.message == 'its first line is not text in UTF-8: save the file as "CSV UTF-8"'

        where:
        header << ['customerId;orderId;Stra\u00dfe', '\u00dfe;customerId;orderId']
    }

    def "the file is closed with its reader"() {
        given:
        def closed = 0
        def file = new ByteArrayInputStream('customerId,orderId'.bytes) {
            @Override
            void close() {
                closed++
            }
        }

        when:
        new OrdersCsv(file, bad::add).close()

        then:
        closed > 0
    }

    def "lines are read one by one, however many there are"() {
        given: 'a file that is made while it is read'
        long made = 0
        def lines = new Enumeration<InputStream>() {
            boolean first = true

            boolean hasMoreElements() {
                made < 100_000
            }

            InputStream nextElement() {
                def text = first ? 'customerId,orderId\n' : "$A,order-${++made}\n"
                first = false
                new ByteArrayInputStream(text.bytes)
            }
        }
        def csv = new OrdersCsv(new SequenceInputStream(lines), bad::add)

        when:
        long count = 0
        long ahead = 0
        while (csv.next() != null) {
            count++
            ahead = Math.max(ahead, made - count)
        }

        then:
        count == 100_000
        ahead < 1_000
    }

    private List<WatchedOrder> read(byte[] bytes) {
        def orders = []
        new OrdersCsv(new ByteArrayInputStream(bytes), bad::add).withCloseable { csv ->
            for (def order = csv.next(); order != null; order = csv.next()) {
                orders << order
            }
        }
        orders
    }

    private static WatchedOrder order(String customer, String order, Map<String, String> attributes = [:]) {
        new WatchedOrder(customer, order, attributes)
    }
}
