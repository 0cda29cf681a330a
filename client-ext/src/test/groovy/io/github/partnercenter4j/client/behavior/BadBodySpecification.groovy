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

/** Sends a body as the answer of a documented success, and sees a value or a decoding failure, in bounded time. */
abstract class BadBodySpecification extends Specification {
    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder()
            .baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token')).timeout(Duration.ofSeconds(60)).build()

    /** The value, or the one exception that may come in its place. */
    Object answer(Document document) {
        server.answers(200, document.mediaType, document.body)
        try {
            return partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)
        } catch (DecodingException e) {
            assert e.message.length() < 1000 && e.message.readLines().size() == 1
            assert e.excerpt() == null || e.excerpt().length() <= 1024
            return e
        }
    }

    void isAsTheTableSays(Document document) {
        def answer = answer(document)
        if (document.check == BadInputs.REFUSED) {
            assert answer instanceof DecodingException
        } else {
            assert document.check.call(answer)
        }
    }

    static byte[] bytes(Object... parts) {
        def all = new ByteArrayOutputStream()
        parts.each { all.write(it instanceof byte[] ? it : it instanceof List ? it as byte[] : it.toString().getBytes('UTF-8')) }
        all.toByteArray()
    }
}
