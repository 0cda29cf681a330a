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
    StubService service

    def "decode has the output and exit code of status for a response with #status and #type, as #output"() {
        given:
        service = StubService.responding(status, ['Content-Type': type], body)

        when:
        def requested = CommandRun.status(service, '--output', output)
        def decoded = decode(body.getBytes('UTF-8'), '--content-type', type, '--status', status, '--output', output)

        then:
        decoded.exitCode == exitCode
        decoded.exitCode == requested.exitCode
        decoded.out == requested.out
        decoded.errLines().size() == requested.errLines().size()

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

    def "the body is decoded with the charset of the content type"() {
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

    def "--verbose shows the details of a fault"() {
        when:
        def run = decode('{"code":20000,"description":"Order Id not found","source":"PartnerFD"}'.bytes,
                '--content-type', 'application/json', '--status', 404, '--verbose')

        then:
        run.exitCode == 21
        run.err.contains('Order Id not found')
        run.errLines()*.strip().containsAll(['kind: NOT_FOUND', 'status: 404', 'code: 20000', 'source: PartnerFD'])
    }

    def "a body that cannot be decoded is reported with fitting advice, and --verbose shows how it begins"() {
        when:
        def quiet = decode('<html>Proxy'.bytes, '--content-type', 'application/json')
        def verbose = decode('<html>Proxy'.bytes, '--content-type', 'application/json', '--verbose')

        then:
        quiet.errLines().size() == 1
        quiet.err.endsWith('. --verbose shows how it begins.\n')
        verbose.err.contains('excerpt: <html>Proxy')
        !verbose.err.contains('--base-url')
    }

    def "what --verbose would not show is not promised: #type"() {
        expect:
        decode(body.bytes, '--content-type', type).with { exitCode == 24 && !err.contains('--verbose') }

        where:
        type               | body
        'application/json' | ''
        'application/xml'  | ''
    }

    def "no ids are shown for a response with the status #status, because no request was sent"() {
        when:
        def run = decode(body.bytes, '--content-type', 'application/json', '--status', status, *args)

        then:
        run.exitCode == exitCode
        !(run.err =~ /(?i)MS-|[0-9a-f]{8}-/)

        where:
        [[status, body, exitCode], args] << [[[500, '{}', 21], [599, '{}', 21], [401, '{"code":900421}', 20], [302, '', 22], [202, '{}', 22], [200, '[', 24]], [[], ['--verbose']]].combinations()
    }

    def "an id in the body is shown"() {
        expect:
        decode('{"code":1,"description":"Order 00000000-0000-0000-0000-000000000000"}'.bytes, '--content-type', 'application/json', '--status', 404)
            .err.contains('Order 00000000-0000-0000-0000-000000000000')
    }

    def "a body above the size limit of the client is reported as too large"() {
        when:
        def run = decode(new byte[64 * 1024 * 1024 + 1], '--content-type', 'application/json')

        then:
        run.exitCode == 24
        run.err.contains('larger than the limit')
    }

    def "a token in the environment is hidden in the output"() {
        given:
        def file = Files.writeString(folder.resolve('body'), /{"items":[{"status":"$CommandRun.TOKEN"}]}/)

        expect:
        !CommandRun.of(['decode', file, '--content-type', 'application/json', '--verbose']).with { out + err }.contains('s3cret')
    }

    def "invalid arguments end with 2 and one line: #message"() {
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
        [CommandRun.TOKEN, '--content-type', 'application/json']                 || 'The file cannot be read (there is no such file)'
        ['.', '--content-type', 'application/json']                              || 'The file cannot be read (it is a folder)'
        ['/dev/null/x', '--content-type', 'application/json']                    || 'The file cannot be read (the system says: Not a directory). Check the name of the file.'
        ['x', '--content-type', '']                                              || '--content-type must be visible ASCII'
        ['x', '--content-type', 'a/b\r\nX: s3cret']                              || '--content-type must be visible ASCII'
        ['x', '--content-type', 'application/json', '--status', '199']           || '--status must be from 200 to 599'
        ['x', '--content-type', 'application/json', '--status', '600']           || '--status must be from 200 to 599'
        ['x', '--content-type', 'application/json', '--status', 'OK']            || 'give a whole number'
        ['x', '--content-type', 'application/json', '--output', 'yaml']          || 'table, json, csv'
        ['x', 'y', '--content-type', 'application/json']                         || 'is not an option or a value of an option'
    }

    def "the help of decode explains its options"() {
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
