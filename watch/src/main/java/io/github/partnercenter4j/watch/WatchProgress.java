package io.github.partnercenter4j.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a watch is, on all machines together.
 *
 * @param open the orders that are not done
 * @param fulfilled the results {@link OrderResult.Kind#FULFILLED}
 * @param unfulfilled the results {@link OrderResult.Kind#UNFULFILLED}
 * @param failed the results {@link OrderResult.Kind#FAILED}
 * @param givenUp the results {@link OrderResult.Kind#GIVEN_UP}
 * @param requestsInWindow the requests that were sent within the last window of the quota
 * @param quota the quota
 * @param usableQuota the requests in a window that are used at present; less than the quota after a 429
 * @param pause the pause that holds now, or null
 * @param timeLeft an estimate from the pace of the last results, or null if there are too few
 */
public record WatchProgress(
        long open,
        long fulfilled,
        long unfulfilled,
        long failed,
        long givenUp,
        int requestsInWindow,
        Quota quota,
        int usableQuota,
        @Nullable WatchPause pause,
        @Nullable Duration timeLeft) {

    /**
     * Returns how many orders are done.
     *
     * @return the number of results
     */
    public long done() {
        return fulfilled + unfulfilled + failed + givenUp;
    }
}
