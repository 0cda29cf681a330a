package io.github.partnercenter4j.client.behavior

import com.fasterxml.jackson.databind.json.JsonMapper
import feign.Feign
import feign.Response
import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.StubServer
import java.lang.reflect.Type
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The generated interfaces depend on Feign only. The client builds the same requests from them as Feign does. */
class PlainFeignSpec extends Specification {
    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    def setup() {
        server.respond(200, 'application/json', '{"totalCount":1,"items":[{"orderLineItemId":7,"status":"fulfilled"}]}'.bytes)
    }

    def 'a generated interface works with a Feign builder that has only a decoder, and sends the URL that the client sends'() {
        given:
        def json = JsonMapper.builder().build()
        def feign = Feign.builder()
                .decoder { Response response, Type type -> json.readValue(response.body().asInputStream(), json.constructType(type)) }
                .target(OrdersApi, server.baseUrl)

        when:
        def fromFeign = feign.getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)
        def fromClient = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token')).build()
                .withCloseable { it.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER) }

        then:
        fromFeign == fromClient
        fromFeign.items()[0].orderLineItemId() == 7
        server.requests*.url.toSet() == ["/v1/customers/$Literals.CUSTOMER/orders/$Literals.ORDER/provisioningstatus".toString()] as Set
        server.requests.size() == 2
    }
}
