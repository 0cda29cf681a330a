package io.github.partnercenter4j.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The requests that came in, in their order. The last 10,000 are kept. */
public final class Journal {

    private static final int KEPT = 10_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    Journal() {}

    synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    /**
     * The requests so far.
     *
     * @return a copy
     */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    /**
     * A request by its place.
     *
     * @param index the place, from 0
     * @return the request
     * @throws AssertionError if there were not so many
     */
    public RecordedRequest get(int index) {
        List<RecordedRequest> all = all();
        if (index >= all.size()) {
            throw new AssertionError("Expected a request " + index + ", and there were " + all.size());
        }
        return all.get(index);
    }

    /**
     * The last request.
     *
     * @return the request
     * @throws AssertionError if there was none
     */
    public RecordedRequest last() {
        return get(Math.max(0, all().size() - 1));
    }

    /**
     * Asserts how many requests came in.
     *
     * @param expected their number
     * @return this journal
     * @throws AssertionError if there were more or fewer
     */
    public Journal hasCount(int expected) {
        List<RecordedRequest> all = all();
        if (all.size() != expected) {
            throw new AssertionError("Expected " + expected + " requests, and there were " + all.size() + ": " + all);
        }
        return this;
    }

    /** Forgets the requests so far. */
    public synchronized void clear() {
        requests.clear();
    }
}
