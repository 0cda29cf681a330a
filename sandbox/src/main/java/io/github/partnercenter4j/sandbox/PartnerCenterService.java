package io.github.partnercenter4j.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.partnercenter4j.sandbox.Routes.Match;
import io.github.partnercenter4j.sandbox.WirePlans.Plan;
import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.Operation.Header;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the simulated service answers to a request: the spec itself, tokens, or one of the spec's operations. */
final class PartnerCenterService implements ResponseDefinitionTransformerV2 {

    static final String NAME = "partner-center";

    private static final Negotiation WEB_API =
            new Negotiation(List.of("application/json", "text/json", "application/xml", "text/xml"));

    private final SpecModel spec;
    private final Routes routes;
    private final Behaviour behaviour;
    private final Renderer renderer;
    private final TracingHeaders tracingHeaders;
    private final Script script;
    private final WirePlans wirePlans;

    PartnerCenterService(
            SpecModel spec,
            Behaviour behaviour,
            Renderer renderer,
            TracingHeaders tracingHeaders,
            Script script,
            WirePlans wirePlans) {
        this.spec = spec;
        this.routes = new Routes(spec);
        this.behaviour = behaviour;
        this.renderer = renderer;
        this.tracingHeaders = tracingHeaders;
        this.script = script;
        this.wirePlans = wirePlans;
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
            return response(200, Map.of(), new Rendered("application/yaml", document));
        }
        List<Match> matches = routes.at(path);
        for (Match match : matches) {
            if (match.operation().method().equals(request.getMethod().getName())) {
                return operation(new Exchange(request, match, behaviour));
            }
        }
        Answer error = matches.isEmpty() ? WebApiError.NOT_ROUTED : WebApiError.METHOD_NOT_ALLOWED;
        return response(
                error.status(), tracingHeaders.of(request), renderer.render(error, WEB_API.choose(accept(request))));
    }

    private ResponseDefinition operation(Exchange exchange) {
        ScriptedAnswer scripted = script.take();
        Answer answer = scripted.answer(exchange);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(tracingHeaders.of(exchange.request()));
        headers.putAll(answer.headers());
        addRequired(headers, exchange.match().operation(), answer.status());
        Rendered body = scripted.body;
        if (body == null) {
            String mediaType =
                    negotiation(exchange.match().operation(), answer.status()).choose(accept(exchange.request()));
            body = renderer.render(answer.withHeaders(headers).withHeaders(scripted.headers), mediaType);
        }
        if (scripted.wireFault != null || !scripted.delay.isZero()) {
            headers.put(WirePlans.HEADER, wirePlans.add(new Plan(scripted.delay, scripted.wireFault)));
        }
        headers.put("Content-Type", body.contentType());
        byte[] bytes = body.body();
        // Bytes that a test chose, or wants spoiled, stay as they are.
        if (scripted.body == null && scripted.wireFault == null && ContentCoding.offersGzip(exchange.request())) {
            headers.put("Content-Encoding", "gzip");
            bytes = ContentCoding.gzip(bytes);
        }
        headers.putAll(scripted.headers);
        headers.keySet().removeAll(scripted.withoutHeaders);
        return response(answer.status(), headers, new Rendered("", bytes));
    }

    /** What the sandbox has no rule for, as the spec shows it. */
    private void addRequired(Map<String, String> headers, Operation operation, int status) {
        operation.responses().stream()
                .filter(response -> response.status() == status)
                .flatMap(response -> response.headers().stream())
                .filter(Header::required)
                .forEach(header -> headers.computeIfAbsent(
                        header.name(),
                        name -> header.example() != null
                                ? header.example()
                                : new Filler(spec, true)
                                        .madeUp(name, header.schema())
                                        .toString()));
    }

    /** What the spec offers for a status, in its order; a status that it does not know is answered as Web API would. */
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

    private static ResponseDefinition response(int status, Map<String, String> headers, Rendered body) {
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
