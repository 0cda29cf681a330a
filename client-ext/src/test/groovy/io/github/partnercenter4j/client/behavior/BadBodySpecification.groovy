package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.behavior.BadInputs.Document
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.StubServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Sends a body in a 200 response. The client must return a value or throw a DecodingException, in bounded time. */
abstract class BadBodySpecification extends Specification {
    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder()
            .baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token')).timeout(Duration.ofSeconds(60)).build()

    /** Returns the value, or the DecodingException that the call threw instead. */
    Object outcome(Document document) {
        server.respond(200, document.mediaType, document.body)
        try {
            return partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)
        } catch (DecodingException e) {
            assert e.message.length() < 1000 && e.message.readLines().size() == 1
            assert e.excerpt() == null || e.excerpt().length() <= 1024
            return e
        }
    }

    void isAsTheTableSays(Document document) {
        def outcome = outcome(document)
        if (document.check == BadInputs.REFUSED) {
            assert outcome instanceof DecodingException
        } else {
            assert document.check.call(outcome)
        }
    }

    static byte[] bytes(Object... parts) {
        def all = new ByteArrayOutputStream()
        parts.each { all.write(it instanceof byte[] ? it : it instanceof List ? it as byte[] : it.toString().getBytes('UTF-8')) }
        all.toByteArray()
    }
}
