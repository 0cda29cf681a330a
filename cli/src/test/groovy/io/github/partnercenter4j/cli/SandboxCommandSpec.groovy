package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.command.JavaCommandLine
import java.nio.file.Files
import java.util.concurrent.TimeUnit
import spock.lang.IgnoreIf

/** What the command sandbox serves, and which arguments it refuses. */
class SandboxCommandSpec extends SandboxSpecification {
    def "it listens on the port given by --port"() {
        given:
        int port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }

        when:
        sandbox = new SandboxRun('--port', port)

        then:
        sandbox.url == "http://127.0.0.1:$port"
    }

    def "it serves the OpenAPI document"() {
        given:
        sandbox = new SandboxRun()

        expect:
        sandbox.text.contains("  $sandbox.url/openapi.yaml\n")
        request("$sandbox.url/openapi.yaml").body() == getClass().getResource('/partner-center-orders.yaml').getText('UTF-8')
    }

    static final String OWN = '''\
        openapi: 3.0.3
        info: {title: Own, version: '1'}
        servers: [{url: 'https://example.com/v1'}]
        security: [{bearer: []}]
        paths:
          /customers/{customer_id}/subscriptions/{id}:
            get:
              operationId: getSubscription
              parameters:
                - {name: customer_id, in: path, required: true, schema: {type: string}}
                - {name: id, in: path, required: true, schema: {type: string}, example: s-1}
              responses:
                '200': {description: One., content: {application/json: {schema: {type: object, properties: {state: {type: string, enum: [active, suspended]}}}}}}
        components:
          securitySchemes: {bearer: {type: http, scheme: bearer}}
        '''.stripIndent()

    def "it serves the document given by --spec, and prints its operations and a request"() {
        given:
        sandbox = new SandboxRun('--spec', Files.writeString(folder.resolve('own.yaml'), OWN))
        def url = "$sandbox.url/v1/customers/$CommandRun.CUSTOMER/subscriptions/s-1"
        def curl = sandbox.section('Send a request, in another shell:')[0]

        expect:
        sandbox.section('Operations:') == ["GET $url"]
        curl.endsWith(url)
        request(url, [Authorization: new File((curl =~ /-H @(\S+)/)[0][1]).text.split(': ', 2)[1].trim()]).body() == '{"state":"active"}'
        !sandbox.text.contains('Orders (CUSTOMER ORDER):')
        request("$sandbox.url/openapi.yaml").body() == OWN
    }

    def "it prints that its address shows a page in a browser, which it does"() {
        given:
        sandbox = new SandboxRun()

        expect:
        sandbox.text.contains('\nOpen this address in a browser to see its requests, move orders and try the operations.\n')
        request("$sandbox.url/", [Accept: 'text/html']).body().startsWith('<!DOCTYPE html>')
    }

    def "a document that the sandbox does not support ends with 2, and one line names the place"() {
        given:
        def file = Files.writeString(folder.resolve('own.yaml'), OWN.replace('{type: string, enum: [active, suspended]}', '{oneOf: [{type: string}]}'))

        when:
        def run = CommandRun.of([:], ['sandbox', '--spec', file])

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains("Invalid value for option '--spec': #/paths/~1customers~1{customer_id}~1subscriptions~1{id}/get/responses/200/content/application~1json/schema/properties/state/oneOf: is not supported")
    }

    def "it returns 429 after the quota"() {
        given:
        sandbox = new SandboxRun('--quota', 1)

        expect:
        (1..2).collect { request(sandbox.curl.split(' ').last(), [Authorization: 'Bearer ' + sandbox.token]).statusCode() } == [200, 429]
    }

    def "with the fidelity #fidelity a response begins with the character #first"() {
        given:
        sandbox = new SandboxRun('--fidelity', fidelity)

        expect:
        request(sandbox.curl.split(' ').last(), [Authorization: 'Bearer ' + sandbox.token]).body()[0] == first

        where:
        fidelity     || first
        'documented' || '{'
        'observed'   || '\ufeff'
    }

    def "the orders file in the help works, and its ids are printed and found"() {
        given:
        def help = CommandRun.of([:], ['sandbox', '--help']).out
        def example = help.readLines().dropWhile { !it.startsWith('An orders file') }.drop(1).takeWhile { it.startsWith('  ') }
        sandbox = new SandboxRun('--orders', Files.writeString(folder.resolve('orders.yaml'), example.join('\n')))

        expect:
        sandbox.orders.size() == 5
        sandbox.orders[0] == "$CommandRun.CUSTOMER $CommandRun.ORDER"
        sandbox.orders.drop(1)*.split(' ')*.last() == ['half-done', 'in-pages', 'moving', 'too-new']
        sandbox.forbidden == ['66666666-7777-8888-9999-000000000000']
        sandbox.orders.collect { exitCodeFor(*it.split(' ')) } == [0, 10, 10, 10, 21]
        exitCodeFor(sandbox.forbidden[0], 'any') == 21
        help.readLines().every { it.length() <= 100 }
    }

    def "an id in the orders file cannot control the terminal"() {
        given:
        def file = folder.resolve('orders.yaml')
        Files.writeString(file, "customers: [{id: $CommandRun.CUSTOMER, orders: [{id: \"a\\e[2J\"}]}]")

        when:
        sandbox = new SandboxRun('--orders', file)

        then:
        sandbox.orders[1].endsWith(' a\\u001b[2J')
    }

    def "invalid arguments end with 2 and one line: #message"() {
        when:
        def run = CommandRun.of([:], ['sandbox', *args])

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains(message)
        run.err.contains("See 'pcorders sandbox --help'.")
        !run.err.contains('s3cret')

        where:
        args                               || message
        ['--port', '65536']                || 'A port is 0 to 65535, not 65536'
        ['--port', CommandRun.TOKEN]       || 'give a whole number'
        ['--quota=-1']                     || 'give a whole number'
        ['--quota', 'many']                || 'give a whole number'
        ['--quota', '9999999999']          || 'give a whole number'
        ['--fidelity', 'true']             || 'documented, observed'
        ['--orders', CommandRun.TOKEN]     || 'The orders file cannot be read (there is no such file)'
        ['--spec', CommandRun.TOKEN]       || 'The OpenAPI document cannot be read (there is no such file). Check the name given by --spec'
        ['--orders', '.']                  || 'The orders file cannot be read (it is a folder)'
        [CommandRun.TOKEN]                 || 'is not an option or a value of an option'
    }

    def "an orders file with #what ends with 2, and one line says where and why"() {
        given:
        def file = folder.resolve('orders.yaml')
        Files.write(file, text.getBytes('ISO-8859-1'))

        when:
        def run = CommandRun.of([:], ['sandbox', '--orders', file])

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains(message)

        where:
        what               | text                                                      || message
        'a wrong name'     | "customers:\n  - id: $CommandRun.CUSTOMER\n    order: []" || 'orders.yaml, line 3: customers[0].order: is not a known name; known here: forbidden, id, orders.'
        'a wrong id'       | 'customers:\n  - id: contoso'                             || "orders.yaml, line 2: customers[0]: The id of a customer must be a GUID"
        'broken syntax'    | 'customers: ['                                            || 'orders.yaml, line 1: expected'
        'another encoding' | 'customers: [{id: \u00e9}]'                               || '(it is not UTF-8)'
    }

    def "a port that is in use ends with 2 and one line"() {
        given:
        def taken = new ServerSocket(0, 1, InetAddress.loopbackAddress)

        when:
        def run = CommandRun.of([:], ['sandbox', '--port', taken.localPort])

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains("Cannot listen on port $taken.localPort of 127.0.0.1 (Address already in use")
        run.err.contains('): choose another one with --port.')

        cleanup:
        taken.close()
    }

    @IgnoreIf({ os.windows })
    def "a folder for temporary files that is missing ends with 2 and one line"() {
        given:
        def process = new ProcessBuilder(JavaCommandLine.words().with { [it[0], '-Djava.io.tmpdir=/dev/null/nowhere', *it.drop(1)] } + ['sandbox']).start()

        expect:
        process.waitFor(5, TimeUnit.MINUTES)
        process.exitValue() == 2
        // Newer JDKs warn of the folder, too.
        process.errorStream.text.readLines().findAll { !it.startsWith('WARNING: ') }.join('\n') ==~ /pcorders: The token of the sandbox cannot be written to the folder for temporary files, \/dev\/null\/nowhere \(.*/

        cleanup:
        process.destroyForcibly()
    }

    private int exitCodeFor(String customer, String order) {
        CommandRun.of([PARTNER_CENTER_TOKEN: sandbox.token], ['status', '--base-url', sandbox.url, '--customer', customer, '--order', order]).exitCode
    }
}
