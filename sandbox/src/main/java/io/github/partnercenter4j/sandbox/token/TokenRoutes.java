package io.github.partnercenter4j.sandbox.token;

import com.sun.net.httpserver.HttpExchange;
import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import io.github.partnercenter4j.sandbox.internal.http.LocalRequests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Routes a request by its path, with the paths of version 2.0 of the Microsoft identity platform. */
final class TokenRoutes {

    private static final Pattern OAUTH = Pattern.compile("/([^/]+)/oauth2/v2\\.0/(token|devicecode|authorize)");
    private static final Pattern OPENID = Pattern.compile("/([^/]+)/v2\\.0/\\.well-known/openid-configuration");
    private static final String INSTANCES = "/common/discovery/instance";

    private final String origin;
    private final String tenantId;
    private final TokenGrants grants;
    private final SignInPage signInPage;
    private final ClientCheck clients;
    private final SignIns signIns;
    private final TokenPolicy policy;
    private final TokenScript script;
    private final Clock clock;
    private final Consumer<TokenCall> journal;

    TokenRoutes(
            String origin,
            String tenantId,
            ClientCheck clients,
            SignIns signIns,
            TokenIssuer tokens,
            TokenPolicy policy,
            TokenScript script,
            Clock clock,
            Consumer<TokenCall> journal) {
        this.origin = origin;
        this.tenantId = tenantId;
        this.grants = new TokenGrants(clients, signIns, tokens, policy, clock);
        this.signInPage = new SignInPage(clients, signIns, policy);
        this.clients = clients;
        this.signIns = signIns;
        this.policy = policy;
        this.script = script;
        this.clock = clock;
        this.journal = journal;
    }

    TokenReply reply(HttpExchange exchange) throws IOException, InterruptedException {
        if (!LocalRequests.accepts(values(exchange, "Host"), values(exchange, "Origin"))) {
            return new TokenReply(403, "text/plain; charset=utf-8", LocalRequests.REFUSAL);
        }
        String path = exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        TokenForm form =
                TokenForm.parse(body.isEmpty() ? exchange.getRequestURI().getRawQuery() : body);
        journal.accept(new TokenCall(path, form.get("grant_type"), form.get("client_id"), form.get("scope")));
        Matcher oauth = OAUTH.matcher(path);
        try {
            if (oauth.matches()) {
                return oauth(exchange, oauth.group(2), tenant(oauth.group(1)), form);
            }
            Matcher openid = OPENID.matcher(path);
            if (openid.matches()) {
                return TokenReply.json(configuration(tenant(openid.group(1))));
            }
        } catch (TokenRefusal e) {
            return reply(e.response());
        }
        return path.equals(INSTANCES) ? TokenReply.json(instances()) : new TokenReply(404, "text/html", "");
    }

    private static List<String> values(HttpExchange exchange, String header) {
        return exchange.getRequestHeaders().getOrDefault(header, List.of());
    }

    private TokenReply oauth(HttpExchange exchange, String endpoint, String tenant, TokenForm form)
            throws InterruptedException {
        boolean post = exchange.getRequestMethod().equals("POST");
        if (endpoint.equals("authorize") && !post) {
            return signInPage.show(exchange, tenant);
        }
        if (!post) {
            throw new TokenRefusal("invalid_request", 900561, "The endpoint only accepts POST requests.");
        }
        if (endpoint.equals("devicecode")) {
            return TokenReply.json(deviceCode(form, tenant));
        }
        TokenResponse planned = script.take();
        TokenReply reply =
                switch (planned.kind) {
                    case SILENCE -> TokenReply.SILENCE;
                    case DISCONNECT -> TokenReply.DISCONNECT;
                    case ERROR, BODY -> reply(planned);
                    case USUAL ->
                        TokenReply.json(grants.exchange(
                                form, origin + exchange.getRequestURI().getRawPath()));
                };
        Thread.sleep(planned.delay.toMillis());
        return reply;
    }

    private TokenReply reply(TokenResponse response) {
        return new TokenReply(response.status, response.contentType(), response.body(clock), response.retryAfter);
    }

    private String tenant(String name) {
        if (List.of("common", "organizations", tenantId).contains(name)) {
            return tenantId;
        }
        throw new TokenRefusal("invalid_request", 90002, "Tenant '" + name + "' not found.");
    }

    private Map<String, Object> deviceCode(TokenForm form, String tenant) {
        clients.requireKnown(form);
        form.required("scope");
        String userCode = AccessTokens.random()
                .replaceAll("[^A-Z0-9]", "")
                .concat("SANDBOX00")
                .substring(0, 9);
        String uri = origin + "/devicelogin";
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("user_code", userCode);
        fields.put("device_code", signIns.deviceCode(tenant));
        fields.put("verification_uri", uri);
        fields.put("expires_in", SignIns.DEVICE_CODE_LIFETIME.toSeconds());
        fields.put("interval", policy.pollInterval.toSeconds());
        fields.put(
                "message",
                "To sign in, use a web browser to open the page " + uri + " and enter the code " + userCode
                        + " to authenticate.");
        return fields;
    }

    private Map<String, Object> configuration(String tenant) {
        String base = origin + "/" + tenant;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("token_endpoint", base + "/oauth2/v2.0/token");
        fields.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "private_key_jwt"));
        fields.put("response_modes_supported", List.of("query", "form_post"));
        fields.put("response_types_supported", List.of("code"));
        fields.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        fields.put("issuer", "https://login.microsoftonline.com/" + tenant + "/v2.0");
        fields.put("authorization_endpoint", base + "/oauth2/v2.0/authorize");
        fields.put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode");
        return fields;
    }

    private Map<String, Object> instances() {
        String host = origin.substring("https://".length());
        return Map.of(
                "tenant_discovery_endpoint",
                origin + "/" + tenantId + "/v2.0/.well-known/openid-configuration",
                "api-version",
                "1.1",
                "metadata",
                List.of(Map.of("preferred_network", host, "preferred_cache", host, "aliases", List.of(host))));
    }
}
