package io.github.partnercenter4j.conformance.report

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.conformance.model.Applicability
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutations
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The worked example of docs/conformance.md is what the suite really does. */
class WorkedExampleSpec extends Specification {
    private static final Path ENGINE = ProjectFolder.REPOSITORY.resolve('conformance/src/main/groovy/io/github/partnercenter4j/conformance')
    private static final String SECTION = Applicability.PAGE.split('\n## One worked example\n')[1].split('\n## ')[0]
    private static final List<String> BLOCKS = (SECTION =~ /(?ms)^```\w*\n(.*?)^```/).collect { it[1] }
    private static final String ID = 'getProvisioningStatus/200/application-json/items[].lineItemNumber/wrong-type/string'

    @Shared
    SuiteRun suite = BundledRun.get()

    @TempDir
    Path folder

    def 'the worked example has a block for each step'() {
        expect:
        BLOCKS.size() == 8
    }

    def 'the line is in the spec, and the files exist: #file'() {
        expect:
        Files.exists(file.startsWith('api-spec/') ? ProjectFolder.REPOSITORY.resolve(file)
                : ENGINE.resolve(file))
        Files.readString(ProjectFolder.REPOSITORY.resolve('api-spec/partner-center-orders.yaml')).contains(BLOCKS[0])

        where:
        file << (SECTION =~ /`([a-z-]+\/[\w-]+\.(?:groovy|yaml))`/).collect { it[1] }
    }

    def 'the requirements are derived from that line'() {
        given:
        def named = suite.requirements.findAll { it.toString() in BLOCKS[1].readLines() }
        def all = suite.requirements.findAll { it.pointer == named[0].pointer && it.operation == named[0].operation && it.status == 200 }

        expect:
        named.size() == 2
        named.every { it.pointer == '/components/schemas/OrderLineItemProvisioningStatus/properties/lineItemNumber' }
        SECTION.contains("Two of the ${all.size()} are")
    }

    def 'the request, the response and the check are those of the test case'() {
        given:
        def verdict = suite.verdict(suite.requirements.find { it.side == Side.SERVER && it.id == ID })
        def exchange = verdict.observation.exchange

        expect:
        BLOCKS[2].readLines() == ["$exchange.request.method $exchange.request.target" as String, 'Accept: ' + exchange.request.header('Accept')]
        exchange.response.status == 200
        exchange.response.text().startsWith(BLOCKS[3].strip())
        BLOCKS[4].contains("${verdict.testCase.check}('${verdict.testCase.check.name}'")
        Files.readString(ENGINE.resolve('check/ServerCheck.groovy')).contains(BLOCKS[4])
    }

    def 'the mutation is rejected for the reason that the example gives, and the report has its line'() {
        given:
        def mutation = Mutations.of(suite.spec).find { it.id == new JsonMapper().readValue(BLOCKS[7].split(' : ')[0], String) }
        def verdict = suite.verdict(mutation)
        def report = folder.resolve('faults.json')

        when:
        Coverage.write(report, Coverage.ofMutations([verdict]))

        then:
        suite.documented.harness.observe(mutation.scenario).exchange.response.text().startsWith(BLOCKS[5].strip())
        verdict.violations.find { it.key.id == ID }.value == [BLOCKS[6].strip()]
        Files.readString(report).contains(BLOCKS[7].strip())
    }
}
