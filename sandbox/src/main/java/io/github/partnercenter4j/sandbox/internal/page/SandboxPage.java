package io.github.partnercenter4j.sandbox.internal.page;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import io.github.partnercenter4j.sandbox.internal.http.Negotiation;
import io.github.partnercenter4j.sandbox.internal.http.PathSegment;
import io.github.partnercenter4j.sandbox.internal.order.OrderBook;
import io.github.partnercenter4j.sandbox.internal.service.Behavior;
import io.github.partnercenter4j.sandbox.internal.service.ExchangeLog;
import io.github.partnercenter4j.sandbox.internal.service.LocalPages;
import io.github.partnercenter4j.sandbox.internal.service.SampleRequests;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves the page of the sandbox and what it loads. Only a browser gets it: other clients get the response of the service. */
public final class SandboxPage implements LocalPages {

    private static final String FOLDER = "/_sandbox/";
    private static final String HTML = "text/html";
    // The page is the last choice, so a client that names no format does not get it.
    private static final Negotiation FORMATS =
            new Negotiation(List.of("application/json", "text/json", "application/xml", "text/xml", HTML));
    private static final Map<String, String> FILES = Map.of(
            "page.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml",
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * What the page tells of the sandbox.
     *
     * @param scheme {@code http} or {@code https}
     * @param documented true if the sandbox responds as the document says
     * @param token the access token that it shows
     * @param customerId a customer that the sandbox knows
     */
    public record Settings(String scheme, boolean documented, String token, String customerId) {}

    private final SpecModel spec;
    private final OrderBook orders;
    private final Behavior behavior;
    private final ExchangeLog log;
    private final Settings settings;
    private final String formKey = AccessTokens.random();
    private @Nullable PageDocument document;
    private final SampleRequests samples;

    public SandboxPage(SpecModel spec, OrderBook orders, Behavior behavior, ExchangeLog log, Settings settings) {
        this.spec = spec;
        this.orders = orders;
        this.behavior = behavior;
        this.log = log;
        this.settings = settings;
        this.samples = new SampleRequests(spec, settings.customerId());
    }

    @Override
    public boolean serves(String method, String target, String accept) {
        String path = target.split("\\?", 2)[0];
        return path.startsWith(FOLDER)
                || path.equals("/")
                        && method.equals("GET")
                        && FORMATS.choose(accept).equals(HTML);
    }

    @Override
    public ResponseDefinition respond(Request request) {
        String path = request.getUrl().split("\\?", 2)[0];
        String file = path.equals("/") ? "" : path.substring(FOLDER.length());
        String method = request.getMethod().getName();
        if (method.equals("POST") && file.equals("status")) {
            return move(MoveForm.of(request.getBodyAsString()));
        } else if (!method.equals("GET")) {
            return response(405, "text/plain; charset=utf-8", "This page is only read.\n")
                    .withHeader("Allow", file.equals("status") ? "POST" : "GET")
                    .build();
        } else if (file.isEmpty() && path.equals("/")) {
            return response(200, "text/html; charset=utf-8", view(request).html())
                    .build();
        } else if (file.equals("openapi.json")) {
            return response(200, "application/json", document().json()).build();
        } else if (FILES.containsKey(file)) {
            return response(200, FILES.get(file), bytes(file)).build();
        }
        return response(404, "text/plain; charset=utf-8", "The sandbox has no such page.\n")
                .build();
    }

    /** Most sandboxes are never looked at, so the document is read again only when it is needed. */
    private synchronized PageDocument document() {
        if (document == null) {
            document = new PageDocument(spec, settings.customerId());
        }
        return document;
    }

    private PageView view(Request request) {
        QueryParameter find = request.queryParameter("find");
        boolean hasOrders = spec.operations().stream().anyMatch(Behavior::isProvisioningStatus);
        String found = find.isPresent() ? find.firstValue() : "";
        return new PageView(
                document(),
                settings.scheme() + "://" + request.header("Host").firstValue(),
                settings.documented(),
                settings.token(),
                behavior.usage(),
                hasOrders ? new OrdersView(spec, orders, formKey, found).html() : "",
                spec.operations().stream()
                        .filter(each -> each.method().equals("GET") && !Behavior.isProvisioningStatus(each))
                        .map(samples::target)
                        .toList(),
                log.latest());
    }

    /** Another site cannot know the key, so it cannot move an order by sending this form. */
    private ResponseDefinition move(MoveForm form) {
        if (!form.key().equals(formKey)) {
            return response(403, "text/plain; charset=utf-8", "Open the page of the sandbox again: its form is old.\n")
                    .build();
        }
        try {
            orders.setStatus(form.customer(), form.order(), form.line(), form.status());
        } catch (IllegalArgumentException e) {
            return response(400, "text/plain; charset=utf-8", e.getMessage() + "\n")
                    .build();
        }
        return response(303, "text/plain; charset=utf-8", "")
                .withHeader("Location", form.find().isEmpty() ? "/" : "/?find=" + PathSegment.encoded(form.find()))
                .build();
    }

    private static ResponseDefinitionBuilder response(int status, String type, String body) {
        return response(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseDefinitionBuilder response(int status, String type, byte[] body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", type)
                .withHeader("Content-Security-Policy", POLICY)
                .withHeader("Cross-Origin-Resource-Policy", "same-origin")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("X-Frame-Options", "DENY")
                .withHeader("Referrer-Policy", "same-origin")
                .withHeader("Cache-Control", "no-store")
                .withBody(body);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = SandboxPage.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The jar of the sandbox lacks " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
