package io.github.partnercenter4j.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The requests that the sandbox received, in order. It keeps the last 10,000, and the arrival times of the last million.
 * Times are on the sandbox's clock.
 */
public final class Journal {

    private static final int MAX_REQUESTS = 10_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final ArrivalLog arrivals = new ArrivalLog();
    private long refused;

    Journal() {}

    synchronized void add(RecordedRequest request) {
        if (requests.size() == MAX_REQUESTS) {
            requests.removeFirst();
        }
        requests.addLast(request);
        arrivals.add(request.arrived());
    }

    synchronized void refused() {
        refused++;
    }

    /**
     * Returns how many requests have arrived, with those that are no longer kept.
     *
     * @return the number
     */
    public synchronized long count() {
        return arrivals.count();
    }

    /**
     * Returns the largest number of requests that arrived within any window of a length, of the last million. This includes
     * requests that were refused.
     *
     * @param window the length, more than zero; two requests with exactly this time between them are not in one window
     * @return the number, which a client that respects a quota keeps below it
     */
    public synchronized int mostWithin(Duration window) {
        return arrivals.mostWithin(window);
    }

    /**
     * Returns how many requests were refused with 429 because they exceeded the quota. Scripted responses do not count.
     *
     * @return the number
     */
    public synchronized long overQuota() {
        return refused;
    }

    /**
     * Returns the requests so far.
     *
     * @return a copy
     */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    /**
     * Returns a request by its index.
     *
     * @param index the index, from 0
     * @return the request
     * @throws AssertionError if there were fewer requests
     */
    public RecordedRequest get(int index) {
        List<RecordedRequest> all = all();
        if (index >= all.size()) {
            throw new AssertionError("Expected request " + index + ", but there were only " + all.size() + " requests");
        }
        return all.get(index);
    }

    /**
     * Returns the last request.
     *
     * @return the request
     * @throws AssertionError if there was no request
     */
    public RecordedRequest last() {
        return get(Math.max(0, all().size() - 1));
    }

    /**
     * Asserts the number of requests.
     *
     * @param expected the number
     * @return this journal
     * @throws AssertionError if there were more or fewer requests
     */
    public Journal hasCount(int expected) {
        List<RecordedRequest> all = all();
        if (all.size() != expected) {
            throw new AssertionError("Expected " + expected + " requests, but there were " + all.size() + ": " + all);
        }
        return this;
    }

    /** Removes the requests so far. */
    public synchronized void clear() {
        requests.clear();
        arrivals.clear();
        refused = 0;
    }
}
