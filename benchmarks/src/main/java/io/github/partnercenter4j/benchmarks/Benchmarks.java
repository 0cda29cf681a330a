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
 * Runs the benchmarks and writes their summary. JMH measures in processes of its own, so the server, which is in this
 * one, adds no allocation to what is measured.
 */
public final class Benchmarks {
    /** The system property that tells a measuring process where the server is. */
    static final String SERVER = "benchmarks.server";

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param args the file of the summary, then JMH's own options
     * @throws IllegalStateException if a subject gives another record than the answer means
     * @throws CommandLineOptionException if JMH does not know an option
     * @throws RunnerException if a benchmark fails, or none is chosen
     * @throws IOException if a call fails, or the summary cannot be written
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        List<CannedAnswer> answers = Arrays.stream(Format.values())
                .flatMap(format -> IntStream.of(1, 100).mapToObj(items -> new CannedAnswer(format, items)))
                .toList();
        try (AnswerServer server = AnswerServer.start(answers)) {
            for (CannedAnswer answer : answers) {
                for (Subject subject : Subject.values()) {
                    requireRight(subject, answer, server.origin());
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

    private static void requireRight(Subject subject, CannedAnswer answer, String origin) throws IOException {
        try (StatusCall call = subject.open(origin + answer.path(), answer.format())) {
            OrderLineItemProvisioningStatusCollection value = call.get();
            if (!value.equals(answer.value())) {
                throw new IllegalStateException(subject.label() + " reads " + answer + " as " + value);
            }
        }
    }
}
