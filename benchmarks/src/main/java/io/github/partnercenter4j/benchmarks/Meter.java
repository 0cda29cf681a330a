package io.github.partnercenter4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/**
 * Measures some work in this process: wall time, the CPU time of the calling thread, and the bytes that all Java threads
 * allocate. An HTTP client may work in threads of its own, and their allocation is part of its price.
 */
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Meter() {}

    /** The cost of one call. */
    record Cost(double wallNanos, double cpuNanos, double bytes) {
        Cost plus(Cost other) {
            return new Cost(wallNanos + other.wallNanos, cpuNanos + other.cpuNanos, bytes + other.bytes);
        }

        Cost dividedBy(int number) {
            return new Cost(wallNanos / number, cpuNanos / number, bytes / number);
        }
    }

    /** Work that is repeated. */
    @FunctionalInterface
    interface Work {
        void run(int calls) throws Exception;
    }

    /** The CPU time of the calling thread. */
    static long cpuNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Runs the work, and returns its cost for each call. */
    static Cost measure(Work work, int calls) throws Exception {
        long[] threads = THREADS.getAllThreadIds();
        LongStream before = LongStream.of(THREADS.getThreadAllocatedBytes(threads));
        long bytes = -before.filter(value -> value > 0).sum();
        long cpu = -cpuNanos();
        long wall = -System.nanoTime();
        work.run(calls);
        wall += System.nanoTime();
        cpu += cpuNanos();
        LongStream after = LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()));
        bytes += after.filter(value -> value > 0).sum();
        return new Cost((double) wall / calls, (double) cpu / calls, (double) bytes / calls);
    }
}
