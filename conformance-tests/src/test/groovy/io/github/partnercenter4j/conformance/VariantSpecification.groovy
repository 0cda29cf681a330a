package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.testing.SpecDocument
import io.github.partnercenter4j.testing.StubServer
import io.swagger.v3.core.util.Yaml
import java.nio.file.Path
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The base of specs with a client that is generated from a changed spec, and with a server whose responses a feature sets. */
abstract class VariantSpecification extends Specification {
    @Shared
    @TempDir
    Path directory

    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    GeneratedVariant variant

    @Shared
    @AutoCleanup
    def partnerCenter

    def setupSpec() {
        variant = GeneratedVariant.of(directory, changed(SpecDocument.CURRENT.tree.deepCopy()))
        partnerCenter = client { it }
    }

    /** Changes the copy and returns it, or returns another one. */
    abstract JsonNode changed(ObjectNode document)

    def client(Closure<?> options) {
        variant.load('client.PartnerCenter').builder().baseUrl(server.baseUrl)
                .credential(variant.load('client.Credential').ofToken('s3cret-token')).options(options as UnaryOperator).build()
    }

    static JsonNode yaml(String text) {
        Yaml.mapper().readTree(text)
    }
}
