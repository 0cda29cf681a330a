package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.CredentialException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Getting a token once, for all who wait for it, each for as long as its own deadline allows. It works on threads of its
 * own, so that it goes on when one of them has to leave, and ends when the last one has.
 */
final class TokenAcquisition {
    private static final ThreadFactory THREADS = task -> {
        Thread thread = new Thread(task, "partnercenter4j-sign-in");
        thread.setDaemon(true);
        return thread;
    };

    private final CompletableFuture<AccessToken> outcome = new CompletableFuture<>();
    /** It queues nothing: what would wait in a queue when it is shut down would never end. */
    private final ExecutorService flows = Executors.newCachedThreadPool(THREADS);

    private int waiting = 1;

    private TokenAcquisition() {}

    /**
     * Begins, with whoever asks for it as the first to wait.
     *
     * @param work gets the token; it talks to the authority on the threads that it is given
     */
    static TokenAcquisition start(Function<ExecutorService, AccessToken> work) {
        TokenAcquisition renewal = new TokenAcquisition();
        THREADS.newThread(() -> renewal.run(work)).start();
        return renewal;
    }

    private void run(Function<ExecutorService, AccessToken> work) {
        try {
            outcome.complete(work.apply(flows));
        } catch (Throwable e) {
            outcome.completeExceptionally(e);
        } finally {
            flows.shutdownNow();
        }
    }

    /** False where it is over, or all who waited have left. */
    synchronized boolean join() {
        if (waiting < 0 || outcome.isDone()) {
            return false;
        }
        waiting++;
        return true;
    }

    /** Only talking to the authority is cut off. Tokens that have come are still saved. */
    private synchronized void leave() {
        waiting--;
        if (waiting == 0 && !outcome.isDone()) {
            waiting = -1;
            flows.shutdownNow();
        }
    }

    AccessToken await(Duration timeout) {
        try {
            return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CredentialException(
                    "No token: the sign-in did not end within the call's time. What to do: allow more time, or check the"
                            + " network to the token authority",
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException("No token: interrupted while waiting for it", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            leave();
        }
    }

    /** A new one for each who waits, with its own stack. */
    private static CredentialException failure(Throwable failure) {
        return failure instanceof CredentialException known
                ? CredentialException.builder(known.kind(), String.valueOf(known.getMessage()))
                        .cause(known.getCause())
                        .build()
                : new CredentialException(
                        "No token: the sign-in failed with "
                                + failure.getClass().getName(),
                        null);
    }
}
