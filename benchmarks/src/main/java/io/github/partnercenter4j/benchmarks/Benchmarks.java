package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.client.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Runs the benchmarks. See docs/performance.md. */
public final class Benchmarks {
    private static final List<Subject> OURS_AND_BY_HAND = List.of(Subject.OURS, Subject.BY_HAND);
    private static final List<Subject> FIRST =
            List.of(Subject.OURS, Subject.BY_HAND, Subject.BY_HAND_JDK, Subject.STOCK_FEIGN_HC5, Subject.STOCK_NATIVE);

    private enum Form {
        /** Everything, several times, each in a new JVM. Writes the figures of docs/performance.md. */
        FULL,
        /** One of these times. */
        RUN,
        /** The calls and decoding with goals, in less than two minutes. Fails if a goal is missed that was met before. */
        SHORT
    }

    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param args the form, the number of rounds, the number of runs of the full form, and the root of the project
     * @throws IllegalStateException if a subject decodes a response wrongly
     * @throws Exception if a call fails, or the results cannot be written
     */
    public static void main(String[] args) throws Exception {
        Form form = Form.valueOf(args[0].toUpperCase(Locale.ROOT));
        int rounds = Integer.parseInt(args[1]);
        int run = Integer.parseInt(args[2]);
        Path root = Path.of(args[3]).toRealPath();
        Report report = new Report(root);
        List<String> missed = List.of();
        switch (form) {
            case FULL -> {
                for (int i = 1; i <= run; i++) {
                    Commands.run(
                            List.of("-Xbatch", "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"),
                            Benchmarks.class,
                            "run",
                            args[1],
                            "" + i,
                            args[3]);
                }
                report.write(run);
            }
            case RUN -> measure(form, rounds, root).write(report.summary(run));
            case SHORT -> {
                Summary summary = measure(form, rounds, root);
                summary.write(report.summary());
                missed = Goal.missed(summary.rows(), report.recorded());
            }
        }
        missed.forEach(System.out::println);
        // Libraries leave threads that are not daemons.
        System.exit(missed.isEmpty() ? 0 : 1);
    }

    private static Summary measure(Form form, int rounds, Path root) throws Exception {
        Summary summary = new Summary();
        try (ServerProcess server = ServerProcess.start()) {
            if (form == Form.RUN) {
                full(server, rounds, root, summary);
            } else {
                brief(new Calls(server, new PairedRounds(rounds, Duration.ofSeconds(1)), summary));
            }
        }
        return summary;
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
