package io.github.partnercenter4j.conformance.obligation

import com.fasterxml.jackson.databind.json.JsonMapper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** What a run says of itself, in target/conformance: for machines and for a person, with the same numbers. */
class ReportSpec extends Specification {
    static final Path FOLDER = Path.of('target', 'conformance')

    @Shared
    Conformance conformance = Conformance.bundled()

    def setupSpec() {
        def verdicts = conformance.verdicts(Side.SERVER) + conformance.verdicts(Side.CLIENT)
        def coverage = Coverage.of(Seed.VALUE, verdicts)
        def testimonies = conformance.faults.collect { conformance.testimony(it) }
        def faults = Coverage.ofFaults(testimonies)
        Coverage.write(FOLDER.resolve('coverage.json'), coverage)
        Coverage.write(FOLDER.resolve('faults.json'), faults)
        Files.writeString(FOLDER.resolve('index.html'), new Page(verdicts, testimonies, coverage, faults).html())
    }

    def 'coverage.json says that everything is covered and nothing is waived'() {
        given:
        def coverage = json('coverage.json')

        expect:
        coverage.keySet() == ['seed', 'server', 'client', 'byKind'] as Set
        coverage.seed == Seed.VALUE
        [coverage.server, coverage.client].every { it.keySet() == ['total', 'covered', 'exercised', 'missing', 'waived'] as Set }
        [coverage.server, coverage.client].every { it.total == it.covered && it.exercised + it.missing + it.waived == [] }
        coverage.server.total + coverage.client.total == conformance.obligations.size()
        coverage.byKind.values()*.total.sum() == conformance.obligations.size()
    }

    def 'faults.json says that every fault was caught'() {
        given:
        def faults = json('faults.json')

        expect:
        faults.keySet() == ['total', 'caught', 'survivors', 'equivalentsTurnedRed', 'byWitness', 'obligations'] as Set
        faults.total == conformance.faults.size()
        faults.caught == conformance.faults.count { it.red }
        faults.survivors == []
        faults.equivalentsTurnedRed == []
        faults.byWitness.server.with { it.caught == it.red && it.turnedRed == 0 && it.red + it.equivalent + it.notApplicable == faults.total }
        faults.byWitness.client.with { it.caught == it.red && it.turnedRed == 0 && it.red + it.equivalent + it.notApplicable == faults.total }
    }

    def 'faults.json names the obligations of which each fault is a counterexample, for each witness that must see it'() {
        given:
        def obligations = json('faults.json').obligations
        def named = obligations.values().flatten() as Set<String>

        expect:
        obligations.keySet() == conformance.faults*.id as Set
        named - conformance.obligations*.toString() == [] as Set
        conformance.faults.every { fault ->
            Side.values().every { side -> (fault.say(side) == Fault.Say.RED) == obligations[fault.id].any { it.startsWith(side.name().toLowerCase(Locale.ROOT) + ' ') } }
        }
    }

    def 'the page shows each fault where the file says'() {
        given:
        def leaves = new JsonMapper().readValue(page().readLines().find { it.startsWith('const leaves = ') } - 'const leaves = ', List)

        expect:
        leaves*.id as Set == conformance.obligations*.toString() as Set
        def shown = leaves.collectMany { leaf -> leaf.faults.collect { [it.name, leaf.id] } } as Set
        !shown.empty
        shown == json('faults.json').obligations.collectMany { fault, obligations -> obligations.collect { [fault, it] } } as Set
    }

    def 'what is not covered is told by its id, and by its colour'() {
        given:
        def obligation = conformance.obligations.find { it.id == 'getProvisioningStatus/200/application-json/totalCount/present' && it.side == Side.CLIENT }
        def good = conformance.verdict(obligation)
        def exercised = new Verdict(obligation, good.claim, [], good.kept, [nothing: []])
        def missing = Verdict.notTried(obligation, new IllegalArgumentException('not known'))

        expect:
        with(Coverage.of(1, [exercised, missing]).client) {
            total == 2
            covered == 0
            delegate.exercised == [obligation.id]
            delegate.missing == [obligation.id]
        }
        def page = new Page([exercised, missing], [], Coverage.of(1, [exercised, missing]), Coverage.ofFaults([])).html()
        ['exercised', 'missing'].every { page.contains("data-state=\"$it\"><summary><span class=\"dot $it\">") }
        page.contains('not known')
    }

    def 'the page has the numbers of the files'() {
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

    def 'the page needs nothing but itself, and holds no token'() {
        given:
        def page = page()
        def markup = page.readLines().findAll { !(it =~ /^const (sights|leaves) = /) }.join('\n')

        expect:
        !(markup =~ /(src|href)=|@import|url\(|<link|fetch\(/)
        [conformance.server.stage, conformance.documented.stage, conformance.observed.stage].every { !page.contains(it.sandbox.token()) }
        !(page =~ /Bearer [A-Za-z0-9]/)
    }

    private static Map json(String file) {
        new JsonMapper().readValue(FOLDER.resolve(file).toFile(), Map)
    }

    private static String page() {
        Files.readString(FOLDER.resolve('index.html'))
    }

    /** The numbers in the first row that begins so. */
    private static List<Integer> cells(String page, String row) {
        def text = page.substring(page.indexOf(row)).split('</tr>')[0]
        (text =~ /<td class="n">(\d+)<\/td>/).collect { it[1] as int }
    }
}
