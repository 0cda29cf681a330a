package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and writes their summary. JMH measures in separate processes. The server runs in this process, so it
 * adds no allocation to the results.
 */
public final class Benchmarks {
    /** The system property with the origin of the server, for the measuring processes. */
    static final String SERVER = "benchmarks.server";

    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param args the file for the summary, then options of JMH
     * @throws IllegalStateException if a subject decodes a response wrongly
     * @throws CommandLineOptionException if JMH does not know an option
     * @throws RunnerException if a benchmark fails, or none is selected
     * @throws IOException if a call fails, or the summary cannot be written
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        List<PreparedResponse> responses = Arrays.stream(Format.values())
                .flatMap(format -> IntStream.of(1, 100).mapToObj(items -> new PreparedResponse(format, items)))
                .toList();
        try (ResponseServer server = ResponseServer.start(responses)) {
            for (PreparedResponse response : responses) {
                for (Subject subject : Subject.values()) {
                    requireCorrect(subject, response, server.origin());
                }
            }
            Options options = new OptionsBuilder()
                    .parent(new CommandLineOptions(Arrays.copyOfRange(args, 1, args.length)))
                    .addProfiler(GCProfiler.class)
                    .jvmArgsAppend("-D" + SERVER + "=" + server.origin())
                    .shouldFailOnError(true)
                    .build();
            Collection<RunResult> results = new Runner(options).run();
            Summary.of(results).write(Path.of(args[0]), System.out);
        }
    }

    private static void requireCorrect(Subject subject, PreparedResponse response, String origin) throws IOException {
        try (StatusCall call = subject.open(origin + response.path(), response.format())) {
            OrderLineItemProvisioningStatusCollection value = call.get();
            if (!value.equals(response.value())) {
                throw new IllegalStateException(subject.label() + " decodes " + response + " as " + value);
            }
        }
    }
}
