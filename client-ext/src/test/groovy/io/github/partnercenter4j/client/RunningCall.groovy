package io.github.partnercenter4j.client

import java.util.concurrent.FutureTask
import java.util.concurrent.TimeUnit

/** A call on its own thread. */
class RunningCall {
    final Thread thread
    private final FutureTask<List> task
    volatile boolean interrupted

    RunningCall(String kind, Closure<?> work) {
        task = new FutureTask<>({
            try {
                return [work.call(), null]
            } catch (Throwable t) {
                return [null, t]
            } finally {
                interrupted = Thread.currentThread().isInterrupted()
            }
        })
        thread = kind == 'virtual' ? Thread.ofVirtual().unstarted(task) : new Thread(task)
        if (kind == 'platform') {
            thread.daemon = true
        }
        thread.start()
    }

    /** Spins until the call is inside the method, so that the test reaches that phase. */
    void awaitIn(String method) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5)
        while (!thread.stackTrace.any { it.methodName == method }) {
            assert System.nanoTime() < end : "never reached $method: " + thread.stackTrace.join('\n')
            Thread.onSpinWait()
        }
    }

    Object result() {
        def (value, failure) = task.get(5, TimeUnit.MINUTES)
        if (failure != null) {
            throw failure
        }
        value
    }

    Throwable failure() {
        task.get(5, TimeUnit.MINUTES)[1]
    }
}
