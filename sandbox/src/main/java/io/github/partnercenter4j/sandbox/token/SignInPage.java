package io.github.partnercenter4j.sandbox.token;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page at which a browser signs in (RFC 6749, section 4.1.1). The user of the sandbox is already signed in, so the page
 * returns to the application at once, with a redirect or a form that submits itself.
 */
final class SignInPage {

    private final ClientCheck clients;
    private final SignIns signIns;
    private final TokenPolicy policy;

    SignInPage(ClientCheck clients, SignIns signIns, TokenPolicy policy) {
        this.clients = clients;
        this.signIns = signIns;
        this.policy = policy;
    }

    /** Returns the response. Sets the Location header of a redirect on the exchange. */
    TokenReply show(HttpExchange exchange, String tenant) {
        TokenForm form = TokenForm.parse(exchange.getRequestURI().getRawQuery());
        clients.requireKnown(form);
        String redirectUri = form.required("redirect_uri");
        if (!isLoopback(redirectUri)) {
            throw new TokenRefusal("invalid_request", 50011, "The redirect URI is not one of the application's.");
        }
        Map<String, String> result = new LinkedHashMap<>(result(form, tenant, redirectUri));
        if (!form.get("state").isEmpty()) {
            result.put("state", form.get("state"));
        }
        if (form.get("response_mode").equals("form_post")) {
            return new TokenReply(200, "text/html; charset=utf-8", page(redirectUri, result));
        }
        exchange.getResponseHeaders().set("Location", redirectUri + "?" + encoded(result));
        return new TokenReply(302, "text/html; charset=utf-8", "");
    }

    private Map<String, String> result(TokenForm form, String tenant, String redirectUri) {
        if (policy.declines) {
            return Map.of("error", "access_denied", "error_subcode", "cancel");
        }
        if (!form.get("response_type").equals("code") || !form.hasScope("openid")) {
            return Map.of("error", "invalid_request");
        }
        if (form.get("code_challenge").isEmpty()
                || !form.get("code_challenge_method").equals("S256")) {
            return Map.of("error", "invalid_request", "error_description", "AADSTS9002325: PKCE is required.");
        }
        return Map.of("code", signIns.code(tenant, redirectUri, form.get("code_challenge")));
    }

    private static boolean isLoopback(String redirectUri) {
        try {
            URI uri = URI.create(redirectUri);
            return "http".equals(uri.getScheme())
                    && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String encoded(Map<String, String> result) {
        return result.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String page(String redirectUri, Map<String, String> result) {
        String inputs = result.entrySet().stream()
                .map(each -> "<input type=\"hidden\" name=\"%s\" value=\"%s\"/>"
                        .formatted(each.getKey(), escaped(each.getValue())))
                .collect(Collectors.joining());
        return """
                <html><head><title>Working...</title></head><body>\
                <form method="POST" name="hiddenform" action="%s">%s<noscript><input type="submit" value="Continue"/></noscript></form>\
                <script>document.forms[0].submit();</script></body></html>""".formatted(escaped(redirectUri), inputs);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
