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
 * Acquires a token once for all threads that wait for it, each until its own deadline. It runs on its own threads, so it
 * continues when a waiting thread gives up, and is cancelled when the last one does.
 */
final class TokenAcquisition {
    private static final ThreadFactory THREADS = task -> {
        Thread thread = new Thread(task, "partnercenter4j-sign-in");
        thread.setDaemon(true);
        return thread;
    };

    private final CompletableFuture<AccessToken> outcome = new CompletableFuture<>();
    /** A pool without a queue, because shutting down would leave queued tasks unfinished. */
    private final ExecutorService executor = Executors.newCachedThreadPool(THREADS);

    private int waiting = 1;

    private TokenAcquisition() {}

    /**
     * Starts an acquisition, with the calling thread as the first one that waits.
     *
     * @param work acquires the token; it sends its requests on the given executor
     */
    static TokenAcquisition start(Function<ExecutorService, AccessToken> work) {
        TokenAcquisition acquisition = new TokenAcquisition();
        THREADS.newThread(() -> acquisition.run(work)).start();
        return acquisition;
    }

    private void run(Function<ExecutorService, AccessToken> work) {
        try {
            outcome.complete(work.apply(executor));
        } catch (Throwable e) {
            outcome.completeExceptionally(e);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Adds a waiting thread. Returns false if the acquisition is over, or all waiting threads have given up. */
    synchronized boolean join() {
        if (waiting < 0 || outcome.isDone()) {
            return false;
        }
        waiting++;
        return true;
    }

    /** Cancels the requests if nobody waits any more. Tokens that were issued already are still saved. */
    private synchronized void leave() {
        waiting--;
        if (waiting == 0 && !outcome.isDone()) {
            waiting = -1;
            executor.shutdownNow();
        }
    }

    AccessToken await(Duration timeout) {
        try {
            return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CredentialException(
                    "No token: the sign-in did not finish within the call's timeout. What to do: set a longer timeout, or"
                            + " check the network to the authorization server",
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException("No token: interrupted while waiting for the token", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            leave();
        }
    }

    /** Each waiting caller gets its own exception with its own stack trace. */
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
