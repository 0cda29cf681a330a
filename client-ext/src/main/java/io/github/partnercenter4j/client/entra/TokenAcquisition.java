package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.http.Deadline;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /** A thread that waits, and what it gets. */
    private record Waiter(Deadline deadline, CompletableFuture<AccessToken> result) {
        /** Fails the thread at once if its deadline passes before the end of a pause. */
        boolean hasTimeFor(CurrentPause pause) {
            Duration left = pause.end().remaining();
            return deadline.remaining().compareTo(left) > 0
                    || !result.completeExceptionally(pause.refusal().apply(left));
        }
    }

    private record CurrentPause(Deadline end, Function<Duration, CredentialException> refusal) {}

    private final CompletableFuture<AccessToken> outcome = new CompletableFuture<>();
    /** A pool without a queue, because shutting down would leave queued tasks unfinished. */
    private final ExecutorService executor = Executors.newCachedThreadPool(THREADS);

    private final Set<Waiter> waiters = new HashSet<>();
    private int waiting = 1;
    private @Nullable CurrentPause pause;
    private volatile String obstacle = "";

    private TokenAcquisition() {}

    /**
     * Starts an acquisition, with the calling thread as the first one that waits.
     *
     * @param work acquires the token; it sends its requests on the executor of the acquisition
     */
    static TokenAcquisition start(Function<TokenAcquisition, AccessToken> work) {
        TokenAcquisition acquisition = new TokenAcquisition();
        THREADS.newThread(() -> acquisition.run(work)).start();
        return acquisition;
    }

    private void run(Function<TokenAcquisition, AccessToken> work) {
        try {
            outcome.complete(work.apply(this));
        } catch (Throwable e) {
            outcome.completeExceptionally(e);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Runs the requests. Its threads are interrupted when nobody waits any more. */
    ExecutorService executor() {
        return executor;
    }

    /** Returns true if nobody waits any more. */
    boolean isAbandoned() {
        return executor.isShutdown();
    }

    /** Says what the acquisition waits for at the moment, for the message of a thread that gives up; empty for nothing. */
    void waitingFor(String obstacle) {
        this.obstacle = obstacle;
    }

    /** Pauses, see {@link Pause}. */
    void pause(Duration wait, Function<Duration, CredentialException> refusal, Sleeper sleeper)
            throws InterruptedException {
        synchronized (this) {
            // A thread that has joined begins to wait at once. Its deadline counts too.
            while (waiting > waiters.size()) {
                wait();
            }
            CurrentPause begun = new CurrentPause(Deadline.after(wait, System::nanoTime), refusal);
            boolean anyHasTime = false;
            for (Waiter waiter : waiters) {
                anyHasTime |= waiter.hasTimeFor(begun);
            }
            if (!anyHasTime) {
                throw refusal.apply(wait);
            }
            pause = begun;
        }
        sleeper.sleep(wait);
        synchronized (this) {
            pause = null;
        }
    }

    /** Adds a waiting thread. Returns false if the acquisition is over, or all waiting threads have given up. */
    synchronized boolean join() {
        if (isAbandoned() || outcome.isDone()) {
            return false;
        }
        waiting++;
        return true;
    }

    private synchronized Waiter enter(Duration timeout) {
        Waiter waiter = new Waiter(Deadline.after(timeout, System::nanoTime), outcome.copy());
        waiters.add(waiter);
        notifyAll();
        if (pause != null) {
            waiter.hasTimeFor(pause);
        }
        return waiter;
    }

    /** Cancels the requests if nobody waits any more. Tokens that were issued already are still saved. */
    private synchronized void leave(Waiter waiter) {
        waiters.remove(waiter);
        waiting--;
        if (waiting == 0 && !outcome.isDone()) {
            executor.shutdownNow();
        }
    }

    AccessToken await(Duration timeout) {
        Waiter waiter = enter(timeout);
        try {
            return waiter.result().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CredentialException(
                    "No token: the sign-in did not finish within the call's timeout" + obstacle
                            + ". What to do: set a longer timeout, or check the network to the authorization server",
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException("No token: interrupted while waiting for the token", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            leave(waiter);
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
