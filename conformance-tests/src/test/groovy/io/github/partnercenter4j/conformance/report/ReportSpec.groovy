package io.github.partnercenter4j.conformance.report

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.conformance.check.Seed
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation
import io.github.partnercenter4j.conformance.mutate.MutationVerdict
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.GZIPInputStream
import spock.lang.Shared
import spock.lang.Specification

/**
 * The reports in target/conformance, for programs and for people, have the same numbers. Large sets are not compared using ==,
 * for which Groovy compares each item with each other.
 */
class ReportSpec extends Specification {
    static final Path FOLDER = ProjectFolder.REPORTS

    @Shared
    SuiteRun suite = BundledRun.get()

    def setupSpec() {
        def verdicts = suite.verdicts(Side.SERVER) + suite.verdicts(Side.CLIENT)
        def coverage = Coverage.of(Seed.VALUE, verdicts)
        def mutationVerdicts = suite.mutations.collect { suite.verdict(it) }
        def faults = Coverage.ofMutations(mutationVerdicts)
        Coverage.write(FOLDER.resolve('coverage.json'), coverage)
        Coverage.write(FOLDER.resolve('faults.json'), faults)
        Files.writeString(FOLDER.resolve('index.html'), new ReportPage(verdicts, mutationVerdicts, coverage, faults).html())
    }

    def 'coverage.json says that every requirement is covered and none is waived'() {
        given:
        def coverage = json('coverage.json')

        expect:
        coverage.keySet() == ['seed', 'server', 'client', 'byKind'] as Set
        coverage.seed == Seed.VALUE
        [coverage.server, coverage.client].every { it.keySet() == ['total', 'covered', 'exercised', 'missing', 'waived'] as Set }
        [coverage.server, coverage.client].every { it.total == it.covered && it.exercised + it.missing + it.waived == [] }
        coverage.server.total + coverage.client.total == suite.requirements.size()
        coverage.byKind.values()*.total.sum() == suite.requirements.size()
    }

    def 'faults.json says that every fault was caught'() {
        given:
        def faults = json('faults.json')

        expect:
        faults.keySet() == ['total', 'caught', 'faults', 'equivalents', 'survivors', 'equivalentsTurnedRed', 'bySide', 'requirements'] as Set
        faults.total == suite.mutations.size()
        faults.caught == suite.mutations.count { it.fault }
        faults.faults == faults.caught
        faults.equivalents == faults.total - faults.faults
        faults.survivors == []
        faults.equivalentsTurnedRed == []
        faults.bySide.server.with { it.caught == it.faults && it.turnedRed == 0 && it.faults + it.equivalents + it.ignored == faults.total }
        faults.bySide.client.with { it.caught == it.faults && it.turnedRed == 0 && it.faults + it.equivalents + it.ignored == faults.total }
    }

    def 'faults.json names the requirements that each mutation violates, on each side that must reject it'() {
        given:
        def requirements = json('faults.json').requirements
        def named = requirements.values().flatten() as Set<String>
        def known = suite.requirements*.toString() as Set

        expect:
        Objects.equals(requirements.keySet(), suite.mutations*.id as Set)
        named.findAll { !(it in known) }.empty
        suite.mutations.every { mutation ->
            Side.values().every { side -> (mutation.expected(side) == Mutation.Expected.REJECT) == requirements[mutation.id].any { it.startsWith("$side ") } }
        }
    }

    def 'the page shows each mutation at the requirements that faults.json names'() {
        given:
        def data = data(page())
        def mutations = rows(data, 'mutations')
        def shown = rows(data, 'requirements').collectMany { requirement ->
            requirement.mutations.collect { [data.texts[mutations[it[0]].name], "${data.texts[requirement.side]} ${data.texts[requirement.id]}" as String] }
        } as Set

        expect:
        !shown.empty
        Objects.equals(shown, json('faults.json').requirements.collectMany { mutation, requirements -> requirements.collect { [mutation, it] } } as Set)
    }

    def 'the search has every requirement with its exchange, check and counterexamples, and every mutation'() {
        given:
        def data = data(page())
        def text = { Integer index -> index == null ? null : data.texts[index] }
        def shown = rows(data, 'requirements').collectEntries { requirement ->
            [("${text(requirement.side)} ${text(requirement.id)}" as String): [
                    text(requirement.state), text(requirement.check), text(requirement.pointer), text(data.exchanges[requirement.exchange][0]),
                    requirement.counterexamples.collectEntries { name, violations -> [text(name), violations.collect(text)] }
            ]]
        }
        def expected = suite.requirements.collectEntries {
            def verdict = suite.verdict(it)
            [it.toString(), ['covered', verdict.testCase.check.name, it.pointer, verdict.observation.scenario.toString(), verdict.counterexamples]]
        }

        expect: 'only what differs, because the whole is too long for a message'
        Objects.equals(shown.keySet(), expected.keySet())
        expected.findAll { id, parts -> shown[id] != parts } == [:]
        rows(data, 'mutations').collect { [text(it.name), text(it.state)] } == suite.mutations.collect { [it.id, it.fault ? 'caught' : 'equivalent'] }
    }

    def 'the page has a field for the search, fits a phone, and has each text once'() {
        given:
        def page = page()
        def texts = data(page).texts

        expect:
        page.contains('<input type="search" id="query"')
        page.contains('<meta name="viewport" content="width=device-width, initial-scale=1">')
        texts.size() == (texts as Set).size()
        Files.size(FOLDER.resolve('index.html')) < 150 * suite.requirements.size()
    }

    def 'a requirement that is not covered is listed by its id and shown in another color'() {
        given:
        def requirement = suite.requirements.find { it.id == 'getProvisioningStatus/200/application-json/totalCount/present' && it.side == Side.CLIENT }
        def good = suite.verdict(requirement)
        def exercised = new Verdict(requirement, good.testCase, good.observation, [], [nothing: []])
        def missing = Verdict.notTried(requirement, new IllegalArgumentException('not known'))

        expect:
        with(Coverage.of(1, [exercised, missing]).client) {
            total == 2
            covered == 0
            delegate.exercised == [requirement.id]
            delegate.missing == [requirement.id]
        }
        def page = new ReportPage([exercised, missing], [], Coverage.of(1, [exercised, missing]), Coverage.ofMutations([])).html()
        page.contains('0 of 2 requirements are covered. 1 exercised. 1 missing.')
        cells(page, 'data-ledger="client"') == [2, 0, 1, 1]
        def data = data(page)
        rows(data, 'requirements').collect { data.texts[it.state] } == ['exercised', 'missing']
        rows(data, 'requirements')[1].violations.collect { data.texts[it] } == ['java.lang.IllegalArgumentException: not known']
    }

    def 'a mutation that was not caught, or wrongly rejected, is listed in the summary'() {
        given:
        def missed = new MutationVerdict(suite.mutations.find { it.fault }, [:], [])
        def turnedRed = new MutationVerdict(suite.mutations.find { !it.fault }, [:], ['rejected in a test'])
        def verdicts = [missed, turnedRed]

        when:
        def summary = summary(new ReportPage([], verdicts, Coverage.of(1, []), Coverage.ofMutations(verdicts)).html())

        then:
        summary.contains('0 of 1 mutations that matter are caught. 1 more change nothing that matters (equivalent): no check may reject them, and 1 are rejected.')
        summary.contains("Not caught: $missed.mutation.id")
        summary.contains("Equivalent, but rejected: $turnedRed.mutation.id")
    }

    def 'the summary needs no JavaScript and has the numbers of coverage.json and faults.json'() {
        given:
        def page = page()
        def coverage = json('coverage.json')
        def faults = json('faults.json')
        def total = coverage.server.total + coverage.client.total

        expect:
        summary(page).contains("$total of $total requirements are covered.")
        summary(page).contains("$faults.caught of $faults.faults mutations that matter are caught. $faults.equivalents more change nothing that matters (equivalent): no check may reject them, and none does.")
        ['server', 'client'].every { side ->
            def ledger = coverage[side]
            cells(page, "data-ledger=\"$side\"") == [ledger.total, ledger.covered, ledger.exercised.size(), ledger.missing.size()]
            cells(page, "data-side=\"$side\"") == ['faults', 'caught', 'equivalents', 'turnedRed', 'ignored'].collect { faults.bySide[side][it] }
        }
        ['200', '401'].every { status ->
            def number = suite.requirements.count { it.operation == 'getProvisioningStatus' && it.status == status as int }
            cells(page, "data-section=\"getProvisioningStatus $status\"") == [number, number, 0, 0]
        }
        page.contains("<code id=\"seed\">${coverage.seed}</code>")
    }

    def 'the page loads nothing else and holds no token'() {
        given:
        def page = page()
        def shown = page + unpacked(page)

        expect:
        !(page =~ /(src|href)=|@import|url\(|<link|fetch\(|import\(/)
        [suite.server.harness, suite.documented.harness, suite.observed.harness].every { !shown.contains(it.sandbox.token()) }
        !(shown =~ /Bearer [A-Za-z0-9]/)
    }

    private static Map json(String file) {
        new JsonMapper().readValue(FOLDER.resolve(file).toFile(), Map)
    }

    private static String page() {
        Files.readString(FOLDER.resolve('index.html'))
    }

    /** Returns what the page shows on demand, as JSON. */
    private static String unpacked(String page) {
        def packed = (page =~ /<script type="text\/plain" id="data">([^<]*)<\/script>/)[0][1]
        new GZIPInputStream(new ByteArrayInputStream(packed.decodeBase64())).getText('UTF-8')
    }

    private static Map data(String page) {
        new JsonMapper().readValue(unpacked(page), Map)
    }

    private static List<Map> rows(Map data, String table) {
        data[table].rows.collect { row -> [data[table].columns, row].transpose().collectEntries() }
    }

    /** Returns the text of the page that a browser shows without JavaScript. */
    private static String summary(String page) {
        page.substring(0, page.indexOf('<noscript>')).replaceAll(/(?s)<style>.*?<\/style>/, '').replaceAll(/<[^>]*>/, ' ').replace('&lt;', '<').replace('&amp;', '&').replaceAll(/\s+/, ' ').replace(' .', '.')
    }

    /** Returns the numbers in the first row with this text. */
    private static List<Integer> cells(String page, String row) {
        def text = page.substring(page.indexOf(row)).split('</tr>')[0]
        (text =~ /<td>(\d+)<\/td>/).collect { it[1] as int }
    }
}
