package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.client.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Runs the benchmarks, writes their summary and plot, and fails if a limit is exceeded. See docs/performance.md. */
public final class Benchmarks {
    private static final List<Subject> OURS_AND_BY_HAND = List.of(Subject.OURS, Subject.BY_HAND);
    private static final List<Subject> FIRST =
            List.of(Subject.OURS, Subject.BY_HAND, Subject.BY_HAND_JDK, Subject.STOCK_FEIGN_HC5, Subject.STOCK_NATIVE);

    /** How much is measured. */
    private enum Form {
        /** Everything. */
        FULL,
        /** The rows with goals, in less than two minutes. */
        SHORT
    }

    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param args the form (full or short), the number of rounds, and the root of the project
     * @throws IllegalStateException if a subject decodes a response wrongly
     * @throws Exception if a call fails, or the summary cannot be written
     */
    public static void main(String[] args) throws Exception {
        Form form = Form.valueOf(args[0].toUpperCase(Locale.ROOT));
        int rounds = Integer.parseInt(args[1]);
        Path root = Path.of(args[2]).toRealPath();
        Summary summary = new Summary();
        try (ServerProcess server = ServerProcess.start()) {
            if (form == Form.FULL) {
                full(server, rounds, root, summary);
            } else {
                brief(new Calls(server, new PairedRounds(rounds, Duration.ofMillis(1500)), summary));
            }
        }
        Path target = root.resolve("benchmarks/target");
        summary.write(target.resolve("summary.json"));
        Plot.write(summary.rows(), target.resolve("performance.svg"));
        System.out.println("Ratios to by-hand: the median and the quartiles of " + rounds + " rounds. Written to "
                + target.resolve("summary.json") + " and performance.svg");
        List<String> exceeded = Limit.exceeded(summary.rows());
        exceeded.forEach(System.out::println);
        // Libraries leave threads that are not daemons.
        System.exit(exceeded.isEmpty() ? 0 : 1);
    }

    private static void full(ServerProcess server, int rounds, Path root, Summary summary) throws Exception {
        Calls calls = new Calls(server, new PairedRounds(rounds, Duration.ofSeconds(3)), summary);
        for (Format format : Format.values()) {
            for (int items : List.of(1, 100, 10_000)) {
                calls.call(format, items, Subject.of(format));
                calls.decoding(format, items);
            }
            calls.call(format, 100_000, OURS_AND_BY_HAND);
        }
        calls.threads(List.of(Subject.OURS, Subject.BY_HAND, Subject.BY_HAND_JDK));
        Processes processes = new Processes(server, new PairedRounds(rounds, Duration.ZERO), summary);
        for (Format format : Format.values()) {
            for (int items : List.of(10_000, 100_000)) {
                processes.smallestHeap(format, items, OURS_AND_BY_HAND);
            }
        }
        processes.firstResponse(FIRST);
        processes.pcorders(root);
    }

    private static void brief(Calls calls) throws Exception {
        for (Format format : Format.values()) {
            for (int items : List.of(1, 100)) {
                calls.call(format, items, OURS_AND_BY_HAND);
                calls.decoding(format, items);
            }
        }
        calls.threads(OURS_AND_BY_HAND);
    }
}
