package consumer;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static org.junit.jupiter.api.Assertions.*;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import consumer.subscriptions.SubscriptionsApi;
import io.github.partnercenter4j.client.CallOptions;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LicensesTest {
    private static final String CUSTOMER = "0c39d6d5-c70d-4c55-bc02-f620844f3fd1";
    private static final String SUBSCRIPTIONS = "/v1/customers/" + CUSTOMER + "/subscriptions";
    private static final String STATUS = SUBSCRIPTIONS + "/a%2Fb/provisioningstatus";

    @RegisterExtension
    static final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static PartnerCenter client(UnaryOperator<CallOptions> options) {
        return PartnerCenter.builder()
                .baseUrl(server.baseUrl())
                .credential(Credential.ofToken("s3cret-token"))
                .options(options)
                .build();
    }

    @Test
    void aStatusIsReadAfterARetry() {
        server.stubFor(get(STATUS).inScenario("busy").whenScenarioStateIs("Started")
                .willReturn(status(503).withHeader("Retry-After", "0")).willSetStateTo("ready"));
        server.stubFor(get(STATUS).inScenario("busy").whenScenarioStateIs("ready")
                .withHeader("Authorization", equalTo("Bearer s3cret-token"))
                .willReturn(okJson("{\"skuId\":\"0001\",\"status\":\"success\",\"quantity\":3}")));
        try (var partnerCenter = client(o -> o)) {
            assertTrue(new Licenses(partnerCenter).isProvisioned(CUSTOMER, "a/b"));
        }
        server.verify(2, getRequestedFor(urlEqualTo(STATUS)));
    }

    @Test
    void aStatusIsReadInXml() {
        server.stubFor(get(STATUS).withHeader("Accept", equalTo("application/xml")).willReturn(okXml(
                "<SubscriptionProvisioningStatus><skuId>0001</skuId><status>success</status><quantity>3</quantity></SubscriptionProvisioningStatus>")));
        try (var partnerCenter = client(o -> o.format(Format.XML))) {
            assertTrue(new Licenses(partnerCenter).isProvisioned(CUSTOMER, "a/b"));
        }
    }

    @Test
    void theQueryHasEachStatusAndLinksAreFollowed() {
        server.stubFor(get(SUBSCRIPTIONS + "?status=active&status=suspended").willReturn(okJson(
                "{\"totalCount\":2,\"items\":[{\"id\":\"a\"}],\"links\":{\"next\":{\"uri\":\"/customers/" + CUSTOMER + "/subscriptions?size=1&page=2\"}}}")));
        server.stubFor(get(SUBSCRIPTIONS + "?size=1&page=2").willReturn(okJson(
                "{\"totalCount\":2,\"items\":[{\"id\":\"b\",\"status\":\"disabled\",\"friendlyName\":null}]}")));
        try (var partnerCenter = client(o -> o)) {
            var found = new Licenses(partnerCenter).inUse(CUSTOMER).toList();
            assertEquals("a", found.get(0).id());
            assertEquals("b", found.get(1).id());
            // An undocumented value of an enumeration is kept.
            assertEquals("disabled", found.get(1).status().value());
        }
    }

    @Test
    void aPostSendsJsonOnceAndAFaultIsTyped() {
        server.stubFor(post(SUBSCRIPTIONS + "/a/transitions").willReturn(
                jsonResponse("{\"code\":\"3012\",\"description\":\"Try again later.\"}", 503)));
        try (var partnerCenter = client(o -> o)) {
            var licenses = new Licenses(partnerCenter);
            var e = assertThrows(ServiceException.class, () -> licenses.move(CUSTOMER, "a", 2, "CFQ7:0001:CFQ8"));
            assertEquals("3012", e.code());
        }
        server.verify(1, postRequestedFor(urlEqualTo(SUBSCRIPTIONS + "/a/transitions"))
                .withRequestBody(equalToJson("{\"toCatalogItemId\":\"CFQ7:0001:CFQ8\",\"quantity\":2,\"attributes\":{}}")));
    }

    @Test
    void aCallEndsAtItsDeadline() {
        server.stubFor(get(STATUS).willReturn(ok().withFixedDelay(60_000)));
        try (var partnerCenter = client(o -> o.timeout(Duration.ofMillis(200)))) {
            var api = partnerCenter.api(SubscriptionsApi.class);
            var e = assertThrows(TransportException.class, () -> api.getSubscriptionProvisioningStatus(CUSTOMER, "a/b"));
            assertEquals(TransportException.Kind.TIMED_OUT, e.kind());
        }
    }

    @Test
    void anArgumentThatIsNoGuidIsRefusedBeforeTheCall() {
        try (var partnerCenter = client(o -> o)) {
            var licenses = new Licenses(partnerCenter);
            assertThrows(IllegalArgumentException.class, () -> licenses.isProvisioned("contoso", "a"));
        }
    }
}
