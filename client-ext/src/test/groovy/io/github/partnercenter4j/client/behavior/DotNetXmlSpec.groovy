package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.model.QuantityProvisioningStatus
import io.github.partnercenter4j.model.ResourceAttributes
import io.github.partnercenter4j.model.ResourceLinks
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.StubServer
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Reads XML that .NET's serializers wrote into the same records. The fixtures are unmodified output of the serializers. */
class DotNetXmlSpec extends Specification {
    private static final Path FIXTURES = Path.of(DotNetXmlSpec.getResource('/dotnet-xml').toURI())
    private static final Link SELF = Link.builder().uri("/customers/$Literals.CUSTOMER/orders/$Literals.ORDER/provisioningstatus").method('GET').build()
    private static final List<OrderLineItemProvisioningStatus> TWO_ITEMS = [
            item(0, 'Fulfilled', [quantity(3, 'Fulfilled'), quantity(2, 'Pending')]),
            item(1, 'Pending', [])]
    private static final ResourceAttributes ATTRIBUTES = ResourceAttributes.builder().etag('W/"eyJpZCI6"').objectType('Collection').build()

    private static final OrderLineItemProvisioningStatusCollection FULL = full(
            [KeyValuePair.builder().key('MS-ContinuationToken').value('AAA=&<>"\'').build(), KeyValuePair.builder().key('x').build()])
    /** XmlSerializer omits the properties of a KeyValuePair. */
    private static final OrderLineItemProvisioningStatusCollection FULL_WITHOUT_PAIRS = full([KeyValuePair.builder().build()] * 2)
    private static final OrderLineItemProvisioningStatusCollection EMPTY_ITEMS = OrderLineItemProvisioningStatusCollection.builder()
            .totalCount(0)
            .links(ResourceLinks.builder().self(SELF).build())
            .attributes(ResourceAttributes.builder().objectType('Collection').build())
            .build()
    private static final OrderLineItemProvisioningStatusCollection ALL_NULL = OrderLineItemProvisioningStatusCollection.builder().totalCount(0).build()

    private static final Map<String, OrderLineItemProvisioningStatusCollection> READ = [
            'dcs-camel-all-null.xml'                : ALL_NULL,
            'dcs-camel-empty-items.xml'             : EMPTY_ITEMS,
            'dcs-camel-full.xml'                    : FULL,
            'dcs-camel-seed-example.xml'            : Literals.SAMPLE,
            'dcs-poco-all-null.xml'                 : ALL_NULL,
            'dcs-poco-empty-items.xml'              : EMPTY_ITEMS,
            'dcs-poco-full.xml'                     : FULL,
            'dcs-poco-seed-example.xml'             : Literals.SAMPLE,
            'dcs-serializable-seed-example.xml'     : Literals.SAMPLE,
            'xmlserializer-pocolist-full.xml'       : FULL_WITHOUT_PAIRS,
            'xmlserializer-pocolist-seed-example.xml': Literals.SAMPLE
    ]

    /** A character that is invalid in XML 1.0, a nil root, and documents that are not a collection. */
    private static final Set<String> REFUSED = [
            'dcs-poco-special-chars.xml', 'dcs-poco-null-root.xml', 'dcs-poco-apifault.xml', 'webapi-httperror-dcs.xml']

    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token')).build()

    def 'every fixture has an expectation'() {
        expect:
        files() == READ.keySet() + REFUSED
    }

    def '#file is read as #mediaType'() {
        given:
        server.respond(200, mediaType, Files.readAllBytes(FIXTURES.resolve(file)))

        expect:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER) == READ[file]

        where:
        [file, mediaType] << [READ.keySet(), ['application/xml; charset=utf-8', 'text/xml; charset=utf-8']].combinations()
    }

    def '#file is rejected'() {
        given:
        server.respond(200, 'application/xml; charset=utf-8', Files.readAllBytes(FIXTURES.resolve(file)))

        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        thrown(DecodingException)

        where:
        file << REFUSED
    }

    def '#file is read as an error'() {
        given:
        server.respond(404, 'application/xml; charset=utf-8', Files.readAllBytes(FIXTURES.resolve(file)))

        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        def e = thrown(ServiceException)
        [e.status(), e.code(), e.description(), e.data(), e.source()] == [404, code, description, data, source]

        where:
        file                       || code     | description                                             | data  | source
        'dcs-poco-apifault.xml'    || '800002' | 'The customer <x> & order were not found'               | ['a'] | 'PartnerFD'
        'webapi-httperror-dcs.xml' || null     | 'The requested resource does not support http method \'POST\'.' | [] | null
    }

    def '#file truncated at any byte is rejected'() {
        given:
        byte[] whole = Files.readAllBytes(FIXTURES.resolve(file))

        expect:
        (1..7).every { eighth ->
            server.respond(200, 'application/xml', Arrays.copyOf(whole, (whole.length * eighth).intdiv(8)))
            refused()
        }

        where:
        file << READ.keySet()
    }

    private boolean refused() {
        try {
            partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)
            return false
        } catch (PartnerCenterException e) {
            return e instanceof DecodingException
        }
    }

    private static OrderLineItemProvisioningStatusCollection full(List<KeyValuePair> headers) {
        def next = Link.builder().uri('/customers?size=2&seekOperation=Next').method('GET').headers(headers).build()
        OrderLineItemProvisioningStatusCollection.builder()
                .totalCount(2)
                .items(TWO_ITEMS)
                .links(ResourceLinks.builder().self(SELF).next(next).build())
                .attributes(ATTRIBUTES)
                .build()
    }

    private static OrderLineItemProvisioningStatus item(int number, String status, List<QuantityProvisioningStatus> quantities) {
        OrderLineItemProvisioningStatus.builder()
                .orderLineItemId(number).lineItemNumber(number).status(status).quantityProvisioningInformation(quantities).build()
    }

    private static QuantityProvisioningStatus quantity(int quantity, String status) {
        QuantityProvisioningStatus.builder().quantity(quantity).status(status).build()
    }

    private static Set<String> files() {
        Files.list(FIXTURES).withCloseable { list -> list.collect { it.fileName.toString() } as Set }
    }
}
