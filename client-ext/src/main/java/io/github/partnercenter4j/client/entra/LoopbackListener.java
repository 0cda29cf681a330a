package io.github.partnercenter4j.client.entra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Receives the redirect of the browser on a free port of the loopback address, RFC 8252, section 7.3. Any program and web
 * page can send requests to that port, so only a request with the state of this sign-in ends it. MSAL's own listener ends
 * the sign-in at any request.
 */
final class LoopbackListener implements AutoCloseable {
    private static final int MAX_BODY = 64 * 1024;

    private final String state;
    private final HttpServer server;
    /** A thread for each request, because a request may never be completed. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "partnercenter4j-redirect");
        thread.setDaemon(true);
        return thread;
    });

    private final CompletableFuture<Map<String, String>> received = new CompletableFuture<>();

    /**
     * Starts to listen.
     *
     * @param state the state that was sent to the authorization server, RFC 6749, section 4.1.1
     */
    LoopbackListener(String state) throws IOException {
        this.state = state;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI redirectUri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Waits for the redirect, and returns its parameters, which include a code or an error. */
    Map<String, String> await() throws InterruptedException {
        try {
            return received.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = parameters(exchange);
        boolean ends = isRedirect(exchange, parameters);
        try (exchange) {
            String text = !ends
                    ? "This page does not belong to the sign-in that is waiting. Use the page that was opened last."
                    : parameters.containsKey("code")
                            ? "You are signed in. You can close this window."
                            : "You are not signed in. You can close this window.";
            byte[] page = ("<!DOCTYPE html><html><head><title>Sign-in</title></head><body>" + text + "</body></html>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(ends ? 200 : 404, head ? -1 : page.length);
            if (!head) {
                exchange.getResponseBody().write(page);
            }
        } finally {
            // After the response, because the listener is closed then.
            if (ends) {
                received.complete(parameters);
            }
        }
    }

    private boolean isRedirect(HttpExchange exchange, Map<String, String> parameters) {
        return exchange.getRequestURI().getPath().equals("/")
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8),
                        parameters.getOrDefault("state", "").getBytes(StandardCharsets.UTF_8))
                && (!parameters.getOrDefault("code", "").isEmpty()
                        || !parameters.getOrDefault("error", "").isEmpty());
    }

    /** Returns nothing if the request is not a redirect: one of the query, or a form that submits itself. */
    private static Map<String, String> parameters(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "GET" -> parse(String.valueOf(exchange.getRequestURI().getRawQuery()));
            case "POST" -> parse(new String(exchange.getRequestBody().readNBytes(MAX_BODY), StandardCharsets.UTF_8));
            default -> Map.of();
        };
    }

    private static Map<String, String> parse(String encoded) {
        Map<String, String> parameters = new HashMap<>();
        try {
            for (String pair : encoded.split("&")) {
                String[] parts = pair.split("=", 2);
                String value = parts.length == 2 ? decoded(parts[1]) : "";
                if (parameters.putIfAbsent(decoded(parts[0]), value) != null) {
                    return Map.of();
                }
            }
            return parameters;
        } catch (IllegalArgumentException e) {
            // Not encoded as a browser does it.
            return Map.of();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
