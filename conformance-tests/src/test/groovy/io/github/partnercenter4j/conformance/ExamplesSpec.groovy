package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.testing.DocumentedResponse
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.SpecDocument
import io.github.partnercenter4j.testing.StubServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Every example of the document, in every media type, sent by a server that knows no document and read by the client. */
class ExamplesSpec extends Specification {
    static final List<DocumentedResponse> ANSWERS = SpecDocument.CURRENT.responses('getProvisioningStatus')

    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token'))
            .options { o -> o.maxRetries(0) }.build()

    def 'a documented success is read into a record of all that the example in JSON says: #answer'() {
        given:
        server.respond(answer.status, answer.mediaType + '; charset=utf-8', answer.body.getBytes('UTF-8'))

        expect:
        RecordTree.of(partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)) == RecordTree.withoutNothing(said(answer))

        where:
        answer << ANSWERS.findAll { it.status < 300 }
    }

    def 'a documented error becomes an exception with all that the fault says: #answer'() {
        given:
        server.respond(answer.status, answer.mediaType, answer.body.getBytes('UTF-8'), ['Retry-After': '57'])

        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        def e = thrown(ServiceException)
        e.status() == answer.status
        [code: e.code(), description: e.description(), data: e.data(), source: e.source()] == said(answer).subMap('code', 'description', 'data', 'source')
        e.retryAfter().seconds == 57
        e.excerpt() == null

        where:
        answer << ANSWERS.findAll { it.status >= 400 }
    }

    def 'a fault under 200 is never a value: #answer'() {
        given:
        server.respond(200, answer.mediaType, answer.body.getBytes('UTF-8'))

        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        thrown(DecodingException)

        where:
        answer << ANSWERS.findAll { it.status >= 400 }
    }

    def 'the sample is read into the record written out by hand: #answer'() {
        given:
        server.respond(answer.status, answer.mediaType, answer.body.getBytes('UTF-8'))

        expect:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER) == Literals.SAMPLE

        where:
        answer << ANSWERS.findAll { it.example == 'sample' }
    }

    def 'a byte order mark before the sample is read: #answer'() {
        given:
        def body = new ByteArrayOutputStream()
        body.write([0xEF, 0xBB, 0xBF] as byte[])
        body.write(answer.body.getBytes('UTF-8'))
        server.respond(200, answer.mediaType + '; charset=utf-8', body.toByteArray())

        expect:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER) == Literals.SAMPLE

        where:
        answer << ANSWERS.findAll { it.example == 'sample' }
    }

    /** What the example beside it says in JSON: written by hand, in the document, and read by no decoder of ours. */
    private static Map said(DocumentedResponse answer) {
        def json = ANSWERS.find { it.status == answer.status && it.example == answer.example && it.mediaType == 'application/json' }
        new ObjectMapper().readValue(json.body, Map)
    }
}
