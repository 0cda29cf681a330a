package io.github.partnercenter4j.conformance.targets

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.conformance.wire.Relay
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** Runs against the sandbox by its URL, which stands for any target, and against targets with faults. */
class TargetRunSpec extends Specification {
    @TempDir
    Path folder

    SpecModel spec = SpecModel.bundled()
    ManualClock clock = new ManualClock()

    def 'there is no objection to the documented sandbox, and a status that cannot be provoked is not applicable'() {
        given:
        def sandbox = PartnerCenterSandbox.start()

        when:
        def run = run(sandbox.baseUrl(), sandbox)

        then:
        run.results*.probe*.name == Probe.all(spec)*.name
        run.results.collectMany { it.objections + it.remarks } == []
        run.results*.status == [200] * 7 + [404] * 4 + [400, 401]
        run.clientResults.collect { [it.mediaType, it.status, it.value] } == Probe.mediaTypes(spec).collect { [it, 200, true] }
        run.stopped == null
        run.notProvoked == [403, 429, 500]

        and: 'all requests are GET and sent at the pace'
        clock.slept == [Duration.ofSeconds(1)] * (run.results.size() + run.clientResults.size() - 1)
        sandbox.requests().all()*.method().unique() == ['GET']

        and:
        answers(run) == [
                'byte-order-mark-success': 'No', 'byte-order-mark-error': 'No', 'status-case': 'fulfilled',
                xml                      : 'application/xml: application/xml; charset=utf-8; text/xml: text/xml; charset=utf-8',
                'xml-names'              : 'Root OrderLineItemProvisioningStatusCollection in no namespace; totalCount, items, attributes; null: nothing seen',
                fault                    : answers(run).fault, 'fault-code': 'string', mfa: 'in a header',
                'media-types'            : answers(run)['media-types'], 'header-names': answers(run)['header-names']
        ]
        answers(run).fault.contains('404 text/json: code (string), description (string), data (array), source (string)')
        answers(run).fault.contains('404 application/xml: Fault with code, description, data, source')
        new Questions(run.results).all().findAll { it.answer == null }*.id == ['retry-after']

        cleanup:
        sandbox.close()
    }

    def 'the answers differ for the observed sandbox'() {
        given:
        def sandbox = PartnerCenterSandbox.builder().fidelity(Fidelity.OBSERVED).start()

        when:
        def run = run(sandbox.baseUrl(), sandbox)

        then:
        answers(run)['byte-order-mark-success'] == 'Yes'
        answers(run)['byte-order-mark-error'] == 'No'
        answers(run)['status-case'] == 'Fulfilled, fulfilled'
        answers(run)['fault-code'] == 'number'
        answers(run)['xml-names'].startsWith('Root ResourceCollectionOfOrderLineItemProvisioningStatusSmVQeeax in http://schemas.datacontract.org/')
        answers(run)['xml-names'].endsWith('null: nil')
        run.results.findAll { it.objections }*.probe*.name.contains('unknown order in application/json')
        run.clientResults.every { it.value }

        cleanup:
        sandbox.close()
    }

    def 'a run sends nothing after the first 429: #quota requests are allowed'() {
        given:
        def sandbox = PartnerCenterSandbox.builder().quota(quota).start()

        when:
        def run = run(sandbox.baseUrl(), sandbox)

        then:
        run.stopped =~ stopped
        sandbox.requests().all().size() == requests
        answers(run)['retry-after'] == form

        and: 'a request that was not sent has neither passed nor failed'
        run.results.size() + run.clientResults.size() == requests

        cleanup:
        sandbox.close()

        where:
        quota || requests | form      | stopped
        3     || 4        | 'seconds' | /^order in text\/xml got a 429, Retry-After \d+$/
        // A request without a token does not count.
        13    || 15       | null      | /^the client in text\/json got a 429$/
    }

    def 'a fault of the target is reported: #fault'() {
        given:
        def sandbox = PartnerCenterSandbox.start()
        def relay = new Relay(sandbox.baseUrl())
        relay.alter(alteration)

        when:
        def run = run(relay.baseUrl, sandbox)

        then:
        run.results[0].objections.collect { [it.place, it.rule] } == [problem]

        cleanup:
        relay.close()
        sandbox.close()

        where:
        fault                     | alteration                                                                                || problem
        'a constant id'           | { it.with('MS-RequestId', Probe.UNKNOWN_ORDER) }                                          || ['header MS-RequestId', 'echo']
        'JSON whatever is asked'  | { it.with('Content-Type', 'application/problem+json') }                                   || ['media type', 'undocumented']
        'another shape'           | { it.status == 200 ? it.withBody('{"totalCount":1}') : it }                               || ['items', 'required']
    }

    def 'a success is reported where the spec has an error'() {
        given:
        def sandbox = PartnerCenterSandbox.start()
        def relay = new Relay(sandbox.baseUrl())
        relay.alter { it.status == 404 ? it.withStatus(200) : it }

        when:
        def run = run(relay.baseUrl, sandbox)

        then:
        run.results.findAll { it.objections.any { it.rule == 'success' } }*.probe*.name == Probe.all(spec)*.name.findAll { it.startsWith('unknown order') }

        cleanup:
        relay.close()
        sandbox.close()
    }

    def 'an unreachable target is reported as a failed connection'() {
        given:
        def gone = new ServerSocket(0).withCloseable { it.localPort }

        when:
        def run = run("http://127.0.0.1:$gone", [token: { 't' }, customerId: { 'c' }, orderId: { 'o' }])

        then:
        run.results*.objections*.rule.flatten().unique() == ['failed']
        run.clientResults*.status.unique() == [0]
        answers(run) == [:]
    }

    def 'the report and the recording contain no token and no id, wherever the target puts them'() {
        given:
        def sandbox = PartnerCenterSandbox.start()
        def secrets = [token: { 'opaque~4711-secret' }, customerId: { 'c0ffee11-2222-4333-8444-555566667777' }, orderId: { 'Canary Order/Ä' }]
        def relay = new Relay(sandbox.baseUrl())
        relay.alter { answer ->
            def leak = "${secrets.token()} ${secrets.customerId()} ${sandbox.token()} ${secrets.customerId().toUpperCase(Locale.ROOT)} Canary Order/Ä ${Probe.segment('Canary Order/Ä')} canary+order%2F%C3%84 tenant c0ffee00-5a9d-4b0c-8e57-0123456789ab"
            answer.with('Content-Type', "text/x-${secrets.token()}").with('MS-CV', leak).adding('Set-Cookie', leak).adding('Location', leak)
                    .withBody("{\"code\":\"$leak\",\"description\":\"Bearer ${'x' * 20}\"}")
        }
        def settings = new TargetSettings(relay.baseUrl, secrets.token(), secrets.customerId(), secrets.orderId())

        when:
        def run = run(settings)
        def redaction = new Redaction(settings)
        new TargetReport(settings, run, redaction).write(folder)
        new Recording(folder.resolve('recorded'), redaction, spec).write(run.results)

        then:
        def files = folder.toFile().listFiles().findAll { it.file } + (folder.resolve('recorded').toFile().listFiles() as List)
        files.size() == 2 + 2 * run.results.size()
        def all = files*.getText('UTF-8').join('\n') + files*.name.join('\n')
        [secrets.token(), sandbox.token(), 'c0ffee11', 'c0ffee00', 'canary', 'xxxxxxxx', 'set-cookie', 'authorization'].findAll { all.toLowerCase(Locale.ROOT).contains(it.toLowerCase(Locale.ROOT)) } == []

        and: 'the requests are still recognizable'
        all.contains('GET /v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1/orders/34828C05-C16C-4D6F-9CFC-4D2650EF19A1/provisioningstatus')
        all.contains('MS-CV: (token) 0c39d6d5-c70d-4c55-bc02-f620844f3fd1')

        cleanup:
        relay.close()
        sandbox.close()
    }

    def 'a recording has the unchanged bodies, and the heads'() {
        given:
        def sandbox = PartnerCenterSandbox.builder().fidelity(Fidelity.OBSERVED).start()
        def settings = new TargetSettings(sandbox.baseUrl(), sandbox.token(), sandbox.customerId(), sandbox.orderId())

        when:
        def run = run(settings)
        new Recording(folder, new Redaction(settings), spec).write(run.results)

        then:
        Files.readAllBytes(folder.resolve('200-order-in-application-json.json')) == run.results[0].response.body
        Files.readString(folder.resolve('200-order-in-text-xml.xml')).startsWith('<ResourceCollectionOf')
        Files.readString(folder.resolve('404-unknown-order-in-application-json.http')).contains('\n404\n')
        Files.readString(folder.resolve('200-order-in-application-json.http')).contains("\nContent-Length: ${run.results[0].response.body.length}\n")

        cleanup:
        sandbox.close()
    }

    def 'the report is written for programs and for people'() {
        given:
        def sandbox = PartnerCenterSandbox.builder().quota(6).start()
        def settings = new TargetSettings(sandbox.baseUrl(), sandbox.token(), sandbox.customerId(), sandbox.orderId())

        when:
        new TargetReport(settings, run(settings), new Redaction(settings)).write(folder)

        then:
        def report = new ObjectMapper().readValue(folder.resolve('target.json').toFile(), Map)
        report.stopped.startsWith('order with ValidateMfa got a 429')
        report.responses.size() == 7
        report.responses[0] == [probe: 'order in application/json', status: 200, objections: [], remarks: []]
        report.notApplicable.keySet() == ['400', '401', '403', '404', '500'] as Set
        report.questions.find { it.id == 'fault-code' }.answer == 'string'
        report.questions.find { it.id == 'mfa' } == [id: 'mfa', question: 'Does isMfaCompliant come in a header or in the body?', answer: null, notApplicable: 'No success came where it was asked for']

        and:
        def text = Files.readString(folder.resolve('target.md'))
        text.contains('| order in application/json | 200 | good |')
        text.contains('| (none) | 403 | not applicable: ')

        cleanup:
        sandbox.close()
    }

    private TargetRun run(String baseUrl, Object ids) {
        run(new TargetSettings(baseUrl, ids.token(), ids.customerId(), ids.orderId()))
    }

    private TargetRun run(TargetSettings settings) {
        new TargetRun(spec, settings, new Pace(Duration.ofSeconds(1), clock, clock.&sleep)).go()
    }

    private static Map<String, String> answers(TargetRun run) {
        new Questions(run.results).all().findAll { it.answer != null }.collectEntries { [it.id, it.answer] }
    }
}
