package io.github.partnercenter4j.specgates

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import java.nio.file.Path

/** The gates for what the client names by hand: without it, client-ext does not compile, or sends something else than the spec says. */
class ClientGates {
    private static final JsonNode USES = ClientGates.getResourceAsStream('client-uses.yaml').withCloseable { new YAMLMapper().readTree(it) }
    private static final String ADVICE = 'Restore it, or change client-ext and client-uses.yaml in spec-gates too.'

    private static final String OF_LINKS = 'MS-ContinuationToken'

    /** @param repository the folder of the project */
    static List<Gate> of(Path repository) {
        def owned = new YAMLMapper().readTree(repository.resolve('client-generated/openapi-generator.yaml').toFile())
                .path('implicitHeadersRegex').asText().replace('(?i)', '').split(/\|/)
        [
                new Gate('the client finds the operation that it names', { SpecTree it ->
                    def place = it.operationPlaces[USES.path('operation').asText()]
                    place == null ? [] : (it.at(place + '/operationId') == USES.path('operationId') ? [] : [new Objection("$place/operationId", "is not ${USES.path('operationId').asText()}", ADVICE)]) +
                            (it.at(place + '/tags/0') == USES.path('tag') ? [] : [new Objection("$place/tags/0", "is not ${USES.path('tag').asText()}", ADVICE)])
                }),
                new Gate('the servers are the clouds of the client', { SpecTree it ->
                    def known = USES.path('clouds').collect { cloud -> facts(cloud) }
                    def declared = it.at('/servers').collect { server -> facts(server) }
                    (0..<Math.max(known.size(), declared.size())).findAll { index -> known[index] != declared[index] }.collect { index ->
                        declared[index] ? new Objection("/servers/$index", known[index] ? "is not the cloud ${known[index]['x-cloud']}: ${declared[index] - known[index]} instead of ${known[index] - declared[index]}" :
                                'is a cloud that the client does not know', ADVICE) : new Objection('/servers', "has no cloud ${known[index]['x-cloud']}", ADVICE)
                    }
                }),
                new Gate('the headers that the client sends by itself are in every operation', { SpecTree it ->
                    it.operationPlaces.values().collectMany { place ->
                        def declared = it.parameterPlaces(place).findAll { parameter -> it.at(parameter + '/in').asText() == 'header' }.collect { parameter -> it.at(parameter + '/name').asText() }
                        def further = place.endsWith('/get') ? [] : [OF_LINKS]
                        (owned - further - declared).collect { header -> new Objection("$place/parameters", "has no $header, which the client sends", "Refer to #/components/parameters/$header.") } +
                                declared.intersect(further).collect { header -> new Objection("$place/parameters", "has $header, which the client sends only when it follows a link, and then with GET", 'Remove it.') }
                    }
                })
        ]
    }

    private static Map<String, String> facts(JsonNode server) {
        ['x-cloud', 'url', 'x-token-authority', 'x-scope'].collectEntries { [it, server.path(it).asText()] }
    }
}
