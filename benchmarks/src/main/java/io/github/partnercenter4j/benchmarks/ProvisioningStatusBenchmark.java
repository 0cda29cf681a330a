package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures one call on an open connection, from one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(time = 1)
@Measurement(time = 1)
public class ProvisioningStatusBenchmark {
    @Param
    public Format format;

    @Param({"1", "100"})
    public int items;

    @Param
    public Subject subject;

    private StatusCall call;

    @Setup
    public void open() {
        call = subject.open(System.getProperty(Benchmarks.SERVER) + new PreparedResponse(format, items).path(), format);
    }

    @Benchmark
    public OrderLineItemProvisioningStatusCollection getProvisioningStatus() throws IOException {
        return call.get();
    }

    @TearDown
    public void close() throws IOException {
        call.close();
    }
}
