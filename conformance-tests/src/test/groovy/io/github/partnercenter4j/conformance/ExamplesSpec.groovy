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

/** The client reads every example of the spec, in every media type, from a server that does not know the spec. */
class ExamplesSpec extends Specification {
    static final List<DocumentedResponse> RESPONSES = SpecDocument.CURRENT.responses('getProvisioningStatus')

    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token'))
            .options { o -> o.maxRetries(0) }.build()

    def 'a documented success becomes a record with the content of the JSON example: #response'() {
        given:
        server.respond(response.status, response.mediaType + '; charset=utf-8', response.body.getBytes('UTF-8'))

        expect:
        RecordTree.of(partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)) == RecordTree.withoutNothing(said(response))

        where:
        response << RESPONSES.findAll { it.status < 300 }
    }

    def 'a documented error becomes an exception with the content of the fault: #response'() {
        given:
        server.respond(response.status, response.mediaType, response.body.getBytes('UTF-8'), ['Retry-After': '57'])

        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        def e = thrown(ServiceException)
        e.status() == response.status
        [code: e.code(), description: e.description(), data: e.data(), source: e.source()] == said(response).subMap('code', 'description', 'data', 'source')
        e.retryAfter().seconds == 57
        e.excerpt() == null

        where:
        response << RESPONSES.findAll { it.status >= 400 }
    }

    def 'a fault with status 200 is never a value: #response'() {
        given:
        server.respond(200, response.mediaType, response.body.getBytes('UTF-8'))

        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        thrown(DecodingException)

        where:
        response << RESPONSES.findAll { it.status >= 400 }
    }

    def 'the sample becomes the record that is written by hand: #response'() {
        given:
        server.respond(response.status, response.mediaType, response.body.getBytes('UTF-8'))

        expect:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER) == Literals.SAMPLE

        where:
        response << RESPONSES.findAll { it.example == 'sample' }
    }

    def 'a byte order mark before the sample is read: #response'() {
        given:
        def body = new ByteArrayOutputStream()
        body.write([0xEF, 0xBB, 0xBF] as byte[])
        body.write(response.body.getBytes('UTF-8'))
        server.respond(200, response.mediaType + '; charset=utf-8', body.toByteArray())

        expect:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER) == Literals.SAMPLE

        where:
        response << RESPONSES.findAll { it.example == 'sample' }
    }

    /** Returns the content of the JSON example of the same name. It is written by hand, and no decoder of this project reads it. */
    private static Map said(DocumentedResponse response) {
        def json = RESPONSES.find { it.status == response.status && it.example == response.example && it.mediaType == 'application/json' }
        new ObjectMapper().readValue(json.body, Map)
    }
}
