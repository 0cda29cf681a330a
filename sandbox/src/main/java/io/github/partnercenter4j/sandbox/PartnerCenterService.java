package io.github.partnercenter4j.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the simulated service answers to a request. */
final class PartnerCenterService implements ResponseDefinitionTransformerV2 {

    static final String NAME = "partner-center";

    private static final Pattern ROUTE = Pattern.compile("/v1/customers/([^/]+)/orders/([^/]+)/provisioningstatus");
    private static final Negotiation NEGOTIATION =
            new Negotiation(List.of("application/json", "text/json", "application/xml", "text/xml"));

    private final BearerCheck bearerCheck;
    private final TracingHeaders tracingHeaders;
    private final String customerId;
    private final String orderId;

    PartnerCenterService(BearerCheck bearerCheck, TracingHeaders tracingHeaders, String customerId, String orderId) {
        this.bearerCheck = bearerCheck;
        this.tracingHeaders = tracingHeaders;
        this.customerId = customerId;
        this.orderId = orderId;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        LiteralAnswer answer = answer(request);
        HttpHeader accept = request.header("Accept");
        String mediaType = NEGOTIATION.choose(accept.isPresent() ? String.join(",", accept.values()) : "*/*");
        List<HttpHeader> headers = new ArrayList<>(tracingHeaders.of(request));
        headers.add(new HttpHeader("Content-Type", mediaType + "; charset=utf-8"));
        return new ResponseDefinitionBuilder()
                .withStatus(answer.status())
                .withHeaders(new HttpHeaders(headers))
                .withBody(answer.body(mediaType))
                .build();
    }

    private LiteralAnswer answer(Request request) {
        Matcher route = ROUTE.matcher(request.getUrl().split("\\?", 2)[0]);
        if (!route.matches()) {
            return LiteralAnswer.NOT_ROUTED;
        }
        if (!request.getMethod().equals(RequestMethod.GET)) {
            return LiteralAnswer.METHOD_NOT_ALLOWED;
        }
        if (!bearerCheck.passes(request)) {
            return LiteralAnswer.UNAUTHORIZED;
        }
        String customer = decoded(route.group(1));
        if (!Guid.isGuid(customer)) {
            return LiteralAnswer.CUSTOMER_ID_NOT_VALID;
        }
        if (!customer.equalsIgnoreCase(customerId)) {
            return LiteralAnswer.CUSTOMER_NOT_FOUND;
        }
        return decoded(route.group(2)).equals(orderId) ? LiteralAnswer.SAMPLE : LiteralAnswer.ORDER_NOT_FOUND;
    }

    private static String decoded(String segment) {
        // A plus sign means a space in a form, not in a path.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
