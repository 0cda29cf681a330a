package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.Format
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.testing.StubServer
import java.nio.file.Path
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Generates a client for a document of another project once, and calls it through the unchanged client. */
abstract class OwnSpecification extends Specification {
    @Shared
    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    OwnClient own

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token')).build()

    def setupSpec() {
        own = OwnClient.of(folder, document())
    }

    /** The OpenAPI document. */
    abstract String document()

    /** The same client, which asks for XML. */
    PartnerCenter inXml() {
        partnerCenter.with({ it.format(Format.XML) } as UnaryOperator)
    }
}
