package io.github.partnercenter4j.client.behavior

import spock.lang.Specification

/** The rows of the table that are about HTTP stand in several specifications. */
class BadHttpTableSpec extends Specification {
    private static final List<Map<String, Map<String, List<?>>>> SPECIFICATIONS =
            [BadHttpAnswersSpec.ROWS, BadHttpRetriesSpec.ROWS, BadHttpRequestsSpec.ROWS, BadHttpConnectionsSpec.ROWS]

    def 'every input of the table has a line'() {
        expect:
        SPECIFICATIONS.sum().collectEntries { row, inputs -> [row, inputs.findAll { it.value }.keySet()] } == BadInputs.section('HTTP')
        SPECIFICATIONS.sum { it.size() } == BadInputs.section('HTTP').size()
    }
}
