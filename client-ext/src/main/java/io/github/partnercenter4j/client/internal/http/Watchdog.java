package io.github.partnercenter4j.client.internal.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Stops exchanges when their deadline passes or their thread is interrupted. A blocked read notices neither, and a socket
 * timeout limits each read only, not the exchange.
 */
final class Watchdog implements AutoCloseable {
    private static final long TICK_NANOS = Duration.ofMillis(20).toNanos();
    // Keeps ticking between the calls of a busy client, because waking the thread costs time.
    private static final int MAX_IDLE_TICKS = 50;

    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "partnercenter4j-watchdog");
    private volatile boolean idle;
    private volatile boolean closed;

    Watchdog() {
        thread.setDaemon(true);
        thread.start();
    }

    void watch(Exchange exchange) {
        running.add(exchange);
        if (idle) {
            LockSupport.unpark(thread);
        }
        if (closed) {
            exchange.stop(Exchange.StopReason.CLOSED);
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
        running.forEach(exchange -> exchange.stop(Exchange.StopReason.CLOSED));
    }

    private void run() {
        int idleTicks = 0;
        while (!closed) {
            idleTicks = running.isEmpty() ? idleTicks + 1 : 0;
            running.forEach(Watchdog::check);
            if (idleTicks < MAX_IDLE_TICKS) {
                LockSupport.parkNanos(this, TICK_NANOS);
            } else {
                sleepWhileIdle();
                idleTicks = 0;
            }
        }
    }

    private void sleepWhileIdle() {
        idle = true;
        if (running.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        idle = false;
    }

    private static void check(Exchange exchange) {
        try {
            exchange.stopIfDue();
        } catch (RuntimeException e) {
            // The other exchanges still need their deadlines.
            exchange.request().cancel();
        }
    }
}
