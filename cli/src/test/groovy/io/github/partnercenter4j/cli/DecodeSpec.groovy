package io.github.partnercenter4j.cli

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class DecodeSpec extends Specification {
    static final String JSON = '{"totalCount":1,"items":[{"lineItemNumber":0,"status":"f\u00fclfilled"}]}'

    @TempDir
    Path folder

    @AutoCleanup
    TinyService service

    def "decode ends and prints as status does for an answer of #status and #type, as #output"() {
        given:
        service = TinyService.answering(status, ['Content-Type': type], body)

        when:
        def asked = CommandRun.status(service, '--output', output)
        def decoded = decode(body.getBytes('UTF-8'), '--content-type', type, '--status', status, '--output', output)

        then:
        decoded.exitCode == exitCode
        decoded.exitCode == asked.exitCode
        decoded.out == asked.out
        decoded.errLines().size() == asked.errLines().size()

        where:
        [[status, type, body, exitCode], output] << [
            [
                [200, 'application/json; charset=utf-8', '{"items":[{"lineItemNumber":0,"status":"fulfilled"}]}', 0],
                [200, 'text/json', '\ufeff' + JSON, 10],
                [200, 'application/xml', '<OrderLineItemProvisioningStatusCollection><items><OrderLineItemProvisioningStatus><status>unfulfilled</status></OrderLineItemProvisioningStatus></items></OrderLineItemProvisioningStatusCollection>', 11],
                [200, 'application/xml', JSON, 24],
                [200, 'text/plain', JSON, 24],
                [200, 'application/json', '', 24],
                [202, 'application/json', JSON, 22],
                [302, 'application/json', '', 22],
                [401, 'application/json', '{"code":900421}', 20],
                [404, 'application/json', '{"code":20000,"description":"Order Id not found"}', 21],
                [503, 'text/html', '<h1>Out</h1>', 21],
            ],
            ['table', 'json', 'csv']
        ].combinations()
    }

    def "the bytes of the file are read in the charset of the type"() {
        expect:
        decode(JSON.getBytes('UTF-16LE'), '--content-type', 'application/json; charset=utf-16le', '--output', 'csv')
            .out.contains('f\u00fclfilled')
        decode(JSON.getBytes('UTF-16LE'), '--content-type', 'application/json; charset=utf-8').exitCode == 24
    }

    def "- reads standard input"() {
        given:
        def stdin = System.in
        System.in = new ByteArrayInputStream(JSON.getBytes('UTF-8'))

        expect:
        CommandRun.of([:], ['decode', '-', '--content-type', 'application/json']).out.contains('f\u00fclfilled')

        cleanup:
        System.in = stdin
    }

    def "--verbose tells what the client knows of the fault"() {
        when:
        def run = decode('{"code":20000,"description":"Order Id not found","source":"PartnerFD"}'.bytes,
                '--content-type', 'application/json', '--status', 404, '--verbose')

        then:
        run.exitCode == 21
        run.err.contains('Order Id not found')
        run.errLines()*.strip().containsAll(['kind: NOT_FOUND', 'status: 404', 'code: 20000', 'source: PartnerFD'])
    }

    def "a body that can not be read has advice that fits, and --verbose shows how it begins"() {
        when:
        def quiet = decode('<html>Proxy'.bytes, '--content-type', 'application/json')
        def verbose = decode('<html>Proxy'.bytes, '--content-type', 'application/json', '--verbose')

        then:
        quiet.errLines().size() == 1
        quiet.err.endsWith('. --verbose shows how it begins.\n')
        verbose.err.contains('excerpt: <html>Proxy')
        !verbose.err.contains('--base-url')
    }

    def "no ids are made up that somebody could look for"() {
        expect:
        decode('{}'.bytes, '--content-type', 'application/json', '--status', 500).err.contains('[MS-RequestId 00000000-0000-0000-0000-000000000000]')
    }

    def "a body that is larger than the client takes is said to be so"() {
        when:
        def run = decode(new byte[64 * 1024 * 1024 + 1], '--content-type', 'application/json')

        then:
        run.exitCode == 24
        run.err.contains('larger than the limit')
    }

    def "a token of the environment is struck out of what is shown"() {
        given:
        def file = Files.writeString(folder.resolve('body'), /{"items":[{"status":"$CommandRun.TOKEN"}]}/)

        expect:
        !CommandRun.of(['decode', file, '--content-type', 'application/json', '--verbose']).with { out + err }.contains('s3cret')
    }

    def "what can not be meant ends with 2 in one line: #message"() {
        when:
        def run = CommandRun.of([:], ['decode', *args])

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains(message)
        run.err.contains("See 'pcorders decode --help'.")
        !run.err.contains('s3cret')

        where:
        args                                                                     || message
        []                                                                       || 'Missing required'
        ['x']                                                                    || '--content-type'
        [CommandRun.TOKEN, '--content-type', 'application/json']                 || 'The file can not be read (there is no such file)'
        ['.', '--content-type', 'application/json']                              || 'The file can not be read (it is a folder)'
        ['x', '--content-type', '']                                              || '--content-type must be visible ASCII'
        ['x', '--content-type', 'a/b\r\nX: s3cret']                              || '--content-type must be visible ASCII'
        ['x', '--content-type', 'application/json', '--status', '199']           || '--status must be from 200 to 599'
        ['x', '--content-type', 'application/json', '--status', '600']           || '--status must be from 200 to 599'
        ['x', '--content-type', 'application/json', '--status', 'OK']            || 'give a whole number'
        ['x', '--content-type', 'application/json', '--output', 'yaml']          || 'table, json, csv'
        ['x', 'y', '--content-type', 'application/json']                         || 'belongs to no option'
    }

    def "the help of decode teaches"() {
        when:
        def run = CommandRun.of([:], ['decode', '--help'])

        then:
        run.exitCode == 0
        ['--content-type', '--status', '--output', '--verbose', 'standard input', 'support'].every { run.out.contains(it) }
        run.out.readLines().every { it.length() <= 100 }
    }

    private CommandRun decode(byte[] body, Object... args) {
        CommandRun.of([:], ['decode', Files.write(folder.resolve('body'), body), *args])
    }
}
