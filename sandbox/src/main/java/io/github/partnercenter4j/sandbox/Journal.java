package io.github.partnercenter4j.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The requests that the sandbox received, in order. It keeps the last 10,000. */
public final class Journal {

    private static final int MAX_REQUESTS = 10_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    Journal() {}

    synchronized void add(RecordedRequest request) {
        if (requests.size() == MAX_REQUESTS) {
            requests.removeFirst();
        }
        requests.addLast(request);
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
    }
}
