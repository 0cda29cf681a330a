package io.github.partnercenter4j.client.behavior

import spock.lang.Specification

/** The rows about HTTP are tested by several specifications. Together they must cover the table. */
class BadHttpTableSpec extends Specification {
    private static final List<Map<String, Map<String, List<?>>>> SPECIFICATIONS =
            [BadHttpResponsesSpec.ROWS, BadHttpRetriesSpec.ROWS, BadHttpRequestsSpec.ROWS, BadHttpConnectionsSpec.ROWS]

    def 'every input in the table is tested'() {
        expect:
        SPECIFICATIONS.sum().collectEntries { row, inputs -> [row, inputs.findAll { it.value }.keySet()] } == BadInputs.section('HTTP')
        SPECIFICATIONS.sum { it.size() } == BadInputs.section('HTTP').size()
    }
}
