package io.github.partnercenter4j.conformance.report

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.conformance.check.Seed
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The reports in target/conformance, for programs and for people, have the same numbers. */
class ReportSpec extends Specification {
    static final Path FOLDER = ProjectFolder.REPORTS

    @Shared
    SuiteRun suite = SuiteRun.bundled()

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
        faults.keySet() == ['total', 'caught', 'survivors', 'equivalentsTurnedRed', 'bySide', 'requirements'] as Set
        faults.total == suite.mutations.size()
        faults.caught == suite.mutations.count { it.fault }
        faults.survivors == []
        faults.equivalentsTurnedRed == []
        faults.bySide.server.with { it.caught == it.faults && it.turnedRed == 0 && it.faults + it.equivalents + it.ignored == faults.total }
        faults.bySide.client.with { it.caught == it.faults && it.turnedRed == 0 && it.faults + it.equivalents + it.ignored == faults.total }
    }

    def 'faults.json names the requirements that each mutation violates, on each side that must reject it'() {
        given:
        def requirements = json('faults.json').requirements
        def named = requirements.values().flatten() as Set<String>

        expect:
        requirements.keySet() == suite.mutations*.id as Set
        named - suite.requirements*.toString() == [] as Set
        suite.mutations.every { mutation ->
            Side.values().every { side -> (mutation.expected(side) == Mutation.Expected.REJECT) == requirements[mutation.id].any { it.startsWith("$side ") } }
        }
    }

    def 'the page shows each mutation at the requirements that faults.json names'() {
        given:
        def leaves = new JsonMapper().readValue(page().readLines().find { it.startsWith('const leaves = ') } - 'const leaves = ', List)

        expect:
        leaves*.id as Set == suite.requirements*.toString() as Set
        def shown = leaves.collectMany { leaf -> leaf.mutations.collect { [it.name, leaf.id] } } as Set
        !shown.empty
        shown == json('faults.json').requirements.collectMany { mutation, requirements -> requirements.collect { [mutation, it] } } as Set
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
        ['exercised', 'missing'].every { page.contains("data-state=\"$it\"><summary><span class=\"dot $it\">") }
        page.contains('not known')
    }

    def 'the page has the numbers of coverage.json and faults.json'() {
        given:
        def page = page()
        def coverage = json('coverage.json')
        def faults = json('faults.json')

        expect:
        ['server', 'client'].every { side ->
            def ledger = coverage[side]
            cells(page, "data-ledger=\"$side\"") == [ledger.total, ledger.covered, ledger.exercised.size(), ledger.missing.size(), ledger.waived.size()]
        }
        page.contains("<tr>${[faults.total, faults.caught, faults.survivors.size(), faults.equivalentsTurnedRed.size()].collect { "<td class=\"n\">$it</td>" }.join('')}</tr>")
        page.contains("<code id=\"seed\">${coverage.seed}</code>")
        page.count('data-leaf="') == coverage.server.total + coverage.client.total
        page.count('<details data-leaf') == page.count('><summary><span class="dot covered"></span>server: ') + page.count('><summary><span class="dot covered"></span>client: ')
    }

    def 'the page loads nothing else and holds no token'() {
        given:
        def page = page()
        def markup = page.readLines().findAll { !(it =~ /^const (observations|leaves) = /) }.join('\n')

        expect:
        !(markup =~ /(src|href)=|@import|url\(|<link|fetch\(/)
        [suite.server.harness, suite.documented.harness, suite.observed.harness].every { !page.contains(it.sandbox.token()) }
        !(page =~ /Bearer [A-Za-z0-9]/)
    }

    private static Map json(String file) {
        new JsonMapper().readValue(FOLDER.resolve(file).toFile(), Map)
    }

    private static String page() {
        Files.readString(FOLDER.resolve('index.html'))
    }

    /** Returns the numbers in the first row with this attribute. */
    private static List<Integer> cells(String page, String row) {
        def text = page.substring(page.indexOf(row)).split('</tr>')[0]
        (text =~ /<td class="n">(\d+)<\/td>/).collect { it[1] as int }
    }
}
