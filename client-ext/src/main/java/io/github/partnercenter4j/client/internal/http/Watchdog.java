package io.github.partnercenter4j.client.internal.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends exchanges at their deadline or when their thread is interrupted. A blocked read sees neither by itself, and a
 * socket timeout is one for each read only.
 */
final class Watchdog implements AutoCloseable {
    private static final long TICK_NANOS = Duration.ofMillis(20).toNanos();
    // It goes on ticking between the calls of a busy client, so that a call seldom pays for waking it.
    private static final int IDLE_TICKS_BEFORE_REST = 50;

    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "partnercenter4j-watchdog");
    private volatile boolean resting;
    private volatile boolean closed;

    Watchdog() {
        thread.setDaemon(true);
        thread.start();
    }

    void watch(Exchange exchange) {
        running.add(exchange);
        if (resting) {
            LockSupport.unpark(thread);
        }
        if (closed) {
            exchange.end(Exchange.End.CLOSED);
        }
    }

    void forget(Exchange exchange) {
        running.remove(exchange);
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        running.forEach(exchange -> exchange.end(Exchange.End.CLOSED));
    }

    private void run() {
        int idleTicks = 0;
        while (!closed) {
            idleTicks = running.isEmpty() ? idleTicks + 1 : 0;
            running.forEach(Watchdog::check);
            if (idleTicks < IDLE_TICKS_BEFORE_REST) {
                LockSupport.parkNanos(this, TICK_NANOS);
            } else {
                rest();
                idleTicks = 0;
            }
        }
    }

    private void rest() {
        resting = true;
        if (running.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        resting = false;
    }

    private static void check(Exchange exchange) {
        try {
            exchange.check();
        } catch (RuntimeException e) {
            // Whatever one exchange does when it is ended, the others still need their deadline.
            exchange.request().cancel();
        }
    }
}
