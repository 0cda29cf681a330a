package io.github.partnercenter4j.conformance.gates

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.sandbox.spec.SpecException
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.github.partnercenter4j.specdiff.Change
import io.github.partnercenter4j.specdiff.Comparison
import io.github.partnercenter4j.testing.SpecDocument
import io.swagger.v3.core.util.Yaml

/** All gates, the fast ones first, and the gate that compares with the released spec. */
class Gates {
    /** The headers that are no parameters of the generated methods, because the client sets them. */
    private static final List<String> OWNED = Yaml.mapper().readTree(ProjectFolder.REPOSITORY.resolve('client-generated/openapi-generator.yaml').toFile())
            .path('implicitHeadersRegex').asText().replace('(?i)', '').split(/\|/)

    static final List<Gate> ALL = SpecRules.ALL + SourcePages.ALL + ExampleGates.ALL + [
            new Gate('the servers are the clouds of the client', { SpecTree it ->
                def servers = it.at('/servers').collect { [it.path('x-cloud'), it.path('url'), it.path('x-token-authority'), it.path('x-scope')]*.asText() }
                def clouds = Cloud.values().collect {
                    [it.name().toLowerCase(Locale.ROOT).replace('_', '-'), it.baseUrl() as String + '/v{version}', it.authorizationServer() as String, it.scope()]
                }
                servers == clouds ? [] : servers - clouds ?: [servers]
            }),
            new Gate('the headers that the client sends by itself are in every operation', { SpecTree it ->
                it.operations.collectMany { name, operation ->
                    def declared = it.parameters(operation).findAll { it.path('in').asText() == 'header' }.collect { it.path('name').asText() }
                    (OWNED - declared).collect { "$name, $it" }
                }
            }),
            new Gate('the OpenAPI parser reports nothing', { SpecTree it ->
                def document = new SpecDocument(it.yaml)
                document.messages + (document.api?.openapi == '3.0.3' ? [] : ['openapi'])
            }),
            new Gate('the sandbox supports the whole spec', { SpecTree it ->
                try {
                    SpecModel.read(it.yaml)
                    return []
                } catch (SpecException e) {
                    return [e.message]
                }
            })
    ]

    /** Rejects changes that break callers of the released spec. "mvn -Pspec-diff verify" runs it too. */
    static Gate callersOf(SpecTree released) {
        def yaml = released.yaml
        new Gate('callers of the released spec do not break', { SpecTree it ->
            Comparison.of(yaml, it.yaml).changes().findAll { it.kind() == Change.Kind.BREAKING }
        })
    }
}
