package io.github.partnercenter4j.sandbox.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The last requests with their responses, for a person. Thread-safe. */
public final class ExchangeLog {

    private static final int MAX = 50;

    /**
     * A request and its response.
     *
     * @param target the path and the query as they were sent
     * @param reason why the response is not a success, or empty
     */
    public record Exchange(Instant time, String method, String target, int status, String reason) {}

    private final Clock clock;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();

    public ExchangeLog(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String method, String target, int status, String reason) {
        if (exchanges.size() == MAX) {
            exchanges.removeFirst();
        }
        exchanges.addLast(new Exchange(clock.instant(), method, target, status, reason));
    }

    /** Returns the exchanges, the last one first. */
    public synchronized List<Exchange> latest() {
        List<Exchange> latest = new ArrayList<>(exchanges);
        Collections.reverse(latest);
        return latest;
    }

    public synchronized void clear() {
        exchanges.clear();
    }

    /** Returns what an error says about its reason, such as {@code 20000: Order Id not found}. */
    static String reason(ServiceResponse response) {
        if (response.status() < 400 || !(response.tree() instanceof Map<?, ?> tree)) {
            return "";
        }
        Object code = tree.get("code");
        Object text = tree.containsKey("description")
                ? tree.get("description")
                : tree.containsKey("message") ? tree.get("message") : tree.get("Message");
        return (code == null ? "" : code + (text == null ? "" : ": ")) + (text == null ? "" : text);
    }
}
