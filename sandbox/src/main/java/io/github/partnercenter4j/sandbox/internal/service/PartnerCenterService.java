package io.github.partnercenter4j.sandbox.internal.service;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.partnercenter4j.sandbox.internal.body.ValueGenerator;
import io.github.partnercenter4j.sandbox.internal.http.ContentCoding;
import io.github.partnercenter4j.sandbox.internal.http.Negotiation;
import io.github.partnercenter4j.sandbox.internal.http.TracingHeaders;
import io.github.partnercenter4j.sandbox.internal.relay.WirePlans;
import io.github.partnercenter4j.sandbox.internal.relay.WirePlans.Plan;
import io.github.partnercenter4j.sandbox.internal.service.Routes.Match;
import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.Operation.Header;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Responds to a request for the spec itself or for an operation of the spec. Called by WireMock. */
public final class PartnerCenterService implements ResponseDefinitionTransformerV2 {

    public static final String NAME = "partner-center";

    private static final Negotiation WEB_API =
            new Negotiation(List.of("application/json", "text/json", "application/xml", "text/xml"));

    private final SpecModel spec;
    private final Routes routes;
    private final Behavior behavior;
    private final Renderer renderer;
    private final TracingHeaders tracingHeaders;
    private final Supplier<PlannedResponse> script;
    private final WirePlans wirePlans = new WirePlans();

    public PartnerCenterService(
            SpecModel spec,
            Behavior behavior,
            Renderer renderer,
            TracingHeaders tracingHeaders,
            Supplier<PlannedResponse> script) {
        this.spec = spec;
        this.routes = new Routes(spec);
        this.behavior = behavior;
        this.renderer = renderer;
        this.tracingHeaders = tracingHeaders;
        this.script = script;
    }

    /** Returns what the relay has to do with the responses of this service. */
    WirePlans wirePlans() {
        return wirePlans;
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
        String path = request.getUrl().split("\\?", 2)[0];
        if (path.equals("/openapi.yaml")) {
            byte[] document = spec.source().getBytes(StandardCharsets.UTF_8);
            return response(200, Map.of(), new RenderedBody("application/yaml", document));
        }
        List<Match> matches = routes.at(path);
        for (Match match : matches) {
            if (match.operation().method().equals(request.getMethod().getName())) {
                return operation(new OperationCall(request, match, behavior));
            }
        }
        ServiceResponse error = matches.isEmpty() ? WebApiError.NOT_ROUTED : WebApiError.METHOD_NOT_ALLOWED;
        return response(
                error.status(), tracingHeaders.of(request), renderer.render(error, WEB_API.choose(accept(request))));
    }

    private ResponseDefinition operation(OperationCall call) {
        PlannedResponse planned = script.get();
        ServiceResponse response = planned.contentOf(call);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(tracingHeaders.of(call.request()));
        headers.putAll(response.headers());
        addRequired(headers, call.match().operation(), response.status());
        RenderedBody body = planned.body();
        if (body == null) {
            String mediaType =
                    negotiation(call.match().operation(), response.status()).choose(accept(call.request()));
            body = renderer.render(response.withHeaders(headers).withHeaders(planned.headers()), mediaType);
        }
        if (planned.wireFault() != null || !planned.delay().isZero()) {
            headers.put(WirePlans.HEADER, wirePlans.add(new Plan(planned.delay(), planned.wireFault())));
        }
        headers.put("Content-Type", body.contentType());
        byte[] bytes = body.body();
        // A body or a fault that a test planned must stay as it is.
        if (planned.body() == null && planned.wireFault() == null && ContentCoding.offersGzip(call.request())) {
            headers.put("Content-Encoding", "gzip");
            bytes = ContentCoding.gzip(bytes);
        }
        headers.putAll(planned.headers());
        headers.keySet().removeAll(planned.withoutHeaders());
        return response(response.status(), headers, new RenderedBody("", bytes));
    }

    /** Adds required headers that the sandbox has no rule for, with the example of the spec or a generated value. */
    private void addRequired(Map<String, String> headers, Operation operation, int status) {
        operation.responses().stream()
                .filter(response -> response.status() == status)
                .flatMap(response -> response.headers().stream())
                .filter(Header::required)
                .forEach(header -> headers.computeIfAbsent(
                        header.name(),
                        name -> header.example() != null
                                ? header.example()
                                : new ValueGenerator(spec, true)
                                        .generate(name, header.schema())
                                        .toString()));
    }

    /** Offers the media types of the spec for a status, in order, or those of Web API if the spec does not have the status. */
    private static Negotiation negotiation(Operation operation, int status) {
        return operation.responses().stream()
                .filter(response ->
                        response.status() == status && !response.contents().isEmpty())
                .findFirst()
                .map(response -> new Negotiation(List.copyOf(response.contents().keySet())))
                .orElse(WEB_API);
    }

    private static String accept(Request request) {
        HttpHeader accept = request.header("Accept");
        return accept.isPresent() ? String.join(",", accept.values()) : "*/*";
    }

    private static ResponseDefinition response(int status, Map<String, String> headers, RenderedBody body) {
        List<HttpHeader> all = new ArrayList<>();
        headers.forEach((name, value) -> all.add(new HttpHeader(name, value)));
        if (!body.contentType().isEmpty()) {
            all.add(new HttpHeader("Content-Type", body.contentType()));
        }
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeaders(new HttpHeaders(all))
                .withBody(body.body())
                .build();
    }
}
