package io.github.partnercenter4j.watch.internal.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.github.partnercenter4j.watch.WatchPause;
import io.github.partnercenter4j.watch.internal.store.Counters;
import io.github.partnercenter4j.watch.internal.store.WatchStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The parts of a running watch, and their threads. */
public final class Engine {
    private static final Duration READ_CLOCK = Duration.ofSeconds(5);
    private static final Duration CHECK_DONE = Duration.ofMillis(200);

    private final EngineSettings settings;
    private final WatchStore store;
    private final Closing closing = new Closing();
    private final PauseReports pauses;
    private final StoreGate storeGate;
    private final CredentialGate credentialGate;
    private final DatabaseClock clock;
    private final Deliveries deliveries;
    private final Scheduler scheduler;
    private final ScheduledExecutorService housekeeping = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "partnercenter4j-watch-housekeeping");
        thread.setDaemon(true);
        return thread;
    });
    private boolean started;

    public Engine(EngineSettings settings, WatchStore store) {
        this.settings = settings;
        this.store = store;
        this.pauses = new PauseReports(settings.onPause());
        EngineTimes times = settings.times();
        this.storeGate =
                new StoreGate(store.counters()::touch, this::pauseOrResume, pauses, closing, times.storeQuiet());
        this.credentialGate = new CredentialGate(pauses, System::nanoTime, times.firstCredentialPause());
        this.clock = new DatabaseClock(store.database()::now, System::nanoTime);
        this.deliveries = new Deliveries(store.results(), settings.onResult(), closing);
        Permits permits = new Permits(store.quota(), pauses, closing);
        OrderPolls polls =
                new OrderPolls(settings, permits, store.quota(), credentialGate, clock, closing, this::pauseOrResume);
        this.scheduler = Schedulers.create(
                settings,
                store.database(),
                clock,
                new OrderTask(polls, store.results(), deliveries, storeGate),
                storeGate::check);
    }

    /** The scheduler picks no orders while they could not be asked for. Other machines may. */
    private void pauseOrResume() {
        synchronized (scheduler) {
            if (storeGate.isClosed() || credentialGate.isClosed()) {
                scheduler.pause();
            } else {
                scheduler.resume();
            }
        }
    }

    /**
     * Starts the threads.
     *
     * @throws IllegalStateException if that was done before, or the engine is closed
     */
    public synchronized void start() {
        if (started || closing.isClosing()) {
            throw new IllegalStateException("A watch can be started once. Build a new one");
        }
        started = true;
        Duration often = settings.times().housekeeping();
        every(READ_CLOCK, clock::refresh);
        every(often, () -> store.quota().recover(settings.callTimeout()));
        every(often, deliveries::redeliver);
        every(often, credentialGate::check);
        scheduler.start();
    }

    private void every(Duration interval, Runnable work) {
        Runnable safe = () -> {
            if (!storeGate.isClosed()) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    storeGate.closeIfStore(e);
                }
            }
        };
        housekeeping.scheduleWithFixedDelay(safe, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until no order is open and every result is delivered. Returns false if the time passed or the watch was closed. */
    public boolean awaitDone(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            if (isDone()) {
                return true;
            }
            long left = Math.min(end - System.nanoTime(), CHECK_DONE.toNanos());
            if (left <= 0 || closing.await(Duration.ofNanos(left))) {
                return false;
            }
        }
    }

    private boolean isDone() {
        if (storeGate.isClosed()) {
            return false;
        }
        try {
            return store.counters().open() == 0 && deliveries.isDone();
        } catch (RuntimeException e) {
            if (!storeGate.closeIfStore(e)) {
                throw e;
            }
            return false;
        }
    }

    /** The pause that holds now, or null. */
    public @Nullable WatchPause pause(Counters.Snapshot numbers) {
        WatchPause own = pauses.current();
        if (own != null || numbers.pausedUntil() == 0) {
            return own;
        }
        Instant until = Instant.ofEpochMilli(numbers.pausedUntil());
        return PauseReports.tooManyRequestsUntil(until);
    }

    /** Stops picking orders, and waits for the requests in flight. */
    public synchronized void close() {
        if (closing.isClosing()) {
            return;
        }
        closing.close();
        if (started) {
            scheduler.stop();
        }
        housekeeping.shutdown();
        try {
            housekeeping.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
