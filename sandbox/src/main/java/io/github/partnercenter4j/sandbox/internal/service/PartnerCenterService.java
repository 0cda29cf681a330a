package io.github.partnercenter4j.sandbox.internal.service;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.partnercenter4j.sandbox.internal.body.ValueGenerator;
import io.github.partnercenter4j.sandbox.internal.http.ContentCoding;
import io.github.partnercenter4j.sandbox.internal.http.LocalRequests;
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
import java.util.stream.Collectors;

/**
 * Responds to a request for the spec itself or for an operation of the spec. As a filter it responds before WireMock looks
 * for a stub, so that no response has the headers that WireMock adds for a stub.
 */
public final class PartnerCenterService implements StubRequestFilterV2 {

    private static final Negotiation WEB_API =
            new Negotiation(List.of("application/json", "text/json", "application/xml", "text/xml"));

    private final SpecModel spec;
    private final Routes routes;
    private final Behavior behavior;
    private final Renderer renderer;
    private final TracingHeaders tracingHeaders;
    private final Supplier<PlannedResponse> script;
    private final LocalPages pages;
    private final ExchangeLog log;
    private final WirePlans wirePlans = new WirePlans();

    public PartnerCenterService(
            SpecModel spec,
            Behavior behavior,
            Renderer renderer,
            TracingHeaders tracingHeaders,
            Supplier<PlannedResponse> script,
            LocalPages pages,
            ExchangeLog log) {
        this.spec = spec;
        this.routes = new Routes(spec);
        this.behavior = behavior;
        this.renderer = renderer;
        this.tracingHeaders = tracingHeaders;
        this.script = script;
        this.pages = pages;
        this.log = log;
    }

    /** Returns what the relay has to do with the responses of this service. */
    WirePlans wirePlans() {
        return wirePlans;
    }

    @Override
    public String getName() {
        return "partner-center";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        return RequestFilterAction.stopWith(response(request));
    }

    private ResponseDefinition response(Request request) {
        if (!LocalRequests.accepts(values(request, "Host"), values(request, "Origin"))
                || !LocalRequests.accepts(List.of(request.getHost()), List.of())) {
            log(request, 403, "Host or Origin is not this machine.");
            byte[] refusal = LocalRequests.REFUSAL.getBytes(StandardCharsets.UTF_8);
            return response(403, Map.of(), new RenderedBody("text/plain; charset=utf-8", refusal));
        }
        if (pages.serves(
                request.getMethod().getName(), request.getUrl(), String.join(",", values(request, "Accept")))) {
            return pages.respond(request);
        }
        String path = request.getUrl().split("\\?", 2)[0];
        if (path.equals("/openapi.yaml")) {
            log(request, 200, "");
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
        log(request, error.status(), ExchangeLog.reason(error));
        return response(
                error.status(), tracingHeaders.of(request), renderer.render(error, WEB_API.choose(accept(request))));
    }

    private ResponseDefinition operation(OperationCall call) {
        PlannedResponse planned = script.get();
        ServiceResponse response = planned.contentOf(call);
        log(call.request(), response.status(), planned.reason(response));
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
        byte[] bytes = body.body();
        if (!body.contentType().isEmpty()) {
            headers.put("Content-Type", body.contentType());
        }
        // A body or a fault that a test planned must stay as it is.
        if (bytes.length > 0
                && planned.body() == null
                && planned.wireFault() == null
                && ContentCoding.offersGzip(call.request())) {
            headers.put("Content-Encoding", "gzip");
            bytes = ContentCoding.gzip(bytes);
        }
        headers.putAll(planned.headers());
        headers.keySet().removeAll(planned.withoutHeaders());
        return response(response.status(), headers, new RenderedBody("", bytes));
    }

    /** Adds required headers that the sandbox has no rule for, with the example of the spec or a generated value. */
    private void addRequired(Map<String, String> headers, Operation operation, int status) {
        operation.responseOrDefault(status).stream()
                .flatMap(response -> response.headers().stream())
                .filter(Header::required)
                .forEach(header -> headers.computeIfAbsent(
                        header.name(),
                        name -> header.example() != null
                                ? header.example()
                                : text(new ValueGenerator(spec, true).generate(name, header.schema()))));
    }

    /** Writes a value of a header; commas are between the items of a list. */
    private static String text(Object value) {
        return value instanceof List<?> items
                ? items.stream().map(Object::toString).collect(Collectors.joining(","))
                : value.toString();
    }

    /** Offers the media types of the spec for a status, in order, or those of Web API if the spec does not have the status. */
    private static Negotiation negotiation(Operation operation, int status) {
        return operation
                .responseOrDefault(status)
                .filter(response -> !response.contents().isEmpty())
                .map(response -> new Negotiation(List.copyOf(response.contents().keySet())))
                .orElse(WEB_API);
    }

    private void log(Request request, int status, String reason) {
        log.add(request.getMethod().getName(), request.getUrl(), status, reason);
    }

    private static String accept(Request request) {
        List<String> accept = values(request, "Accept");
        return accept.isEmpty() ? "*/*" : String.join(",", accept);
    }

    private static List<String> values(Request request, String name) {
        HttpHeader header = request.header(name);
        return header.isPresent() ? header.values() : List.of();
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
