package io.github.partnercenter4j.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OAuth 2.0 endpoints of a tenant: tokens, device codes, and the page where a person would sign in. */
final class TokenEndpoint implements ResponseDefinitionTransformerV2 {

    static final String NAME = "token-endpoint";
    static final String PATH = "/[^/]+/oauth2/v2\\.0/(token|devicecode|authorize)";

    private static final Pattern ENDPOINT = Pattern.compile(PATH + "(\\?.*)?");
    private static final Duration LIFETIME = Duration.ofSeconds(3600);

    private record Code(String redirectUri, String challenge) {}

    private final TokenIssuer issuer;
    private final AccessTokens tokens;
    private final Clock clock;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, String> deviceCodes = new ConcurrentHashMap<>();

    TokenEndpoint(TokenIssuer issuer, AccessTokens tokens, Clock clock) {
        this.issuer = issuer;
        this.tokens = tokens;
        this.clock = clock;
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
        Matcher endpoint = ENDPOINT.matcher(request.getUrl());
        if (!endpoint.matches()) {
            throw new IllegalStateException("The stub leads other paths here: " + request.getUrl());
        }
        return switch (endpoint.group(1)) {
            case "token" -> token(Form.parse(request.getBodyAsString()));
            case "devicecode" -> deviceCode(Form.parse(request.getBodyAsString()));
            default -> signIn(Form.parse(request.getUrl().replaceFirst("^[^?]*\\??", "")));
        };
    }

    private ResponseDefinition token(Map<String, String> form) {
        TokenAnswer answer = issuer.take();
        if (answer.body() != null) {
            return json(answer.status(), answer.body());
        }
        if (answer.error() != null) {
            return error(answer);
        }
        String secret = form.get("client_secret");
        if (secret != null && !secret.equals(issuer.clientSecret())) {
            return error(new TokenAnswer(401, "invalid_client", 7000215, "Invalid client secret.", false, null));
        }
        if (!granted(form)) {
            return error(TokenAnswer.invalidGrant());
        }
        return json(
                200,
                TokenJson.tokens(form, issuer, tokens.issue(TokenIssuer.TENANT_ID, answer.mfa(), LIFETIME), clock));
    }

    private boolean granted(Map<String, String> form) {
        return switch (form.getOrDefault("grant_type", "")) {
            case "refresh_token" -> issuer.redeem(form.getOrDefault("refresh_token", ""));
            case "authorization_code" -> redeemCode(form);
            case "urn:ietf:params:oauth:grant-type:device_code", "device_code" -> {
                String code = form.getOrDefault("device_code", form.getOrDefault("code", ""));
                yield deviceCodes.remove(code) != null;
            }
            default -> false;
        };
    }

    private boolean redeemCode(Map<String, String> form) {
        Code code = codes.remove(form.getOrDefault("code", ""));
        return code != null
                && code.redirectUri().equals(form.get("redirect_uri"))
                && (code.challenge().isEmpty()
                        || code.challenge().equals(challenge(form.getOrDefault("code_verifier", ""))));
    }

    /** RFC 7636, 4.2: S256. */
    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ResponseDefinition deviceCode(Map<String, String> form) {
        String code = AccessTokens.random();
        deviceCodes.put(code, form.getOrDefault("client_id", ""));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_code", "SANDBOX42");
        body.put("device_code", code);
        body.put("verification_uri", "https://microsoft.com/devicelogin");
        body.put("expires_in", 900);
        body.put("interval", 1);
        body.put("message", "To sign in, open https://microsoft.com/devicelogin and enter the code SANDBOX42.");
        return json(200, TokenJson.text(body));
    }

    /** The sandbox has no page to show: it signs the person in at once, or not. */
    private ResponseDefinition signIn(Map<String, String> query) {
        String redirect = query.getOrDefault("redirect_uri", "");
        if (!redirect.matches("http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?(/.*)?")) {
            return json(400, TokenJson.text(Map.of("error", "invalid_request")));
        }
        Map<String, String> result = new LinkedHashMap<>();
        if (issuer.signInDeclined()) {
            result.put("error", "access_denied");
            result.put("error_description", "AADSTS65004: The user declined.");
        } else {
            String code = AccessTokens.random();
            codes.put(code, new Code(redirect, query.getOrDefault("code_challenge", "")));
            result.put("code", code);
            result.put("client_info", TokenJson.clientInfo());
        }
        result.put("state", query.getOrDefault("state", ""));
        if (query.getOrDefault("response_mode", "query").equals("form_post")) {
            return new ResponseDefinitionBuilder()
                    .withHeader("Content-Type", "text/html; charset=utf-8")
                    .withBody(Form.page(redirect, result))
                    .build();
        }
        return new ResponseDefinitionBuilder()
                .withStatus(302)
                .withHeader("Location", redirect + "?" + Form.encoded(result))
                .build();
    }

    private ResponseDefinition error(TokenAnswer answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", answer.error());
        body.put(
                "error_description", (answer.code() > 0 ? "AADSTS" + answer.code() + ": " : "") + answer.description());
        body.put("error_codes", answer.code() > 0 ? List.of(answer.code()) : List.of());
        body.put("timestamp", clock.instant().toString());
        body.put("trace_id", UUID.randomUUID().toString());
        body.put("correlation_id", UUID.randomUUID().toString());
        return json(answer.status(), TokenJson.text(body));
    }

    private static ResponseDefinition json(int status, String body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withHeader("Cache-Control", "no-store, no-cache")
                .withBody(body)
                .build();
    }
}
