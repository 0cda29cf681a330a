package io.github.partnercenter4j.conformance.gates

import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.testing.SpecDocument
import io.github.partnercenter4j.sandbox.spec.SpecException
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.github.partnercenter4j.specdiff.Change
import io.github.partnercenter4j.specdiff.Comparison
import io.swagger.v3.core.util.Yaml
import java.nio.file.Path

/** Every gate of the document, the quick ones first; and the one that needs another document beside it. */
class Gates {
    /** The headers that the generator leaves out of the signatures, since the extension gives them their values. */
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
            new Gate('the headers that the extension sends by itself are in every operation', { SpecTree it ->
                it.operations.collectMany { name, operation ->
                    def declared = it.parameters(operation).findAll { it.path('in').asText() == 'header' }.collect { it.path('name').asText() }
                    (OWNED - declared).collect { "$name, $it" }
                }
            }),
            new Gate('the parser of OpenAPI has nothing to say', { SpecTree it ->
                def document = new SpecDocument(it.yaml)
                document.messages + (document.api?.openapi == '3.0.3' ? [] : ['openapi'])
            }),
            new Gate('the sandbox understands all of it', { SpecTree it ->
                try {
                    SpecModel.read(it.yaml)
                    return []
                } catch (SpecException e) {
                    return [e.message]
                }
            })
    ]

    /** Stops what breaks callers of another document, and nothing else. "mvn -Pspec-diff verify" asks it of the released one. */
    static Gate callersOf(SpecTree released) {
        def yaml = released.yaml
        new Gate('callers of the released document do not break', { SpecTree it ->
            Comparison.of(yaml, it.yaml).changes().findAll { it.kind() == Change.Kind.BREAKING }
        })
    }
}
