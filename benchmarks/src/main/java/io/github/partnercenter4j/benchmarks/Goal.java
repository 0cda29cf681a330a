package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.benchmarks.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The largest ratio to the baseline that a row should have.
 *
 * @param subject what is compared with the baseline
 */
record Goal(String benchmark, String subject, String format, int items, Figure figure, double ratio) {
    /**
     * What the short form checks. On a machine that is busy with other work, wall time is mostly the wait for a processor: it
     * is reported only. The CPU time of a thread and the bytes that it allocates do not contain that wait.
     */
    private static final Set<Figure> GATED = Set.of(Figure.CPU, Figure.BYTES);

    /** Medians of two runs differ by up to this factor, and more on a machine of another kind. */
    private static final double AGREEMENT = 1.1;

    /** Returns all goals. docs/performance.md explains them. */
    static List<Goal> all() {
        List<Goal> goals = new ArrayList<>();
        for (String format : List.of("JSON", "XML")) {
            for (int items : List.of(1, 100)) {
                goals.add(ours("call", format, items, Figure.WALL, 1.15));
                goals.add(ours("call", format, items, Figure.CPU, 1.15));
                goals.add(ours("call", format, items, Figure.BYTES, 1.25));
                goals.add(ours("decoding", format, items, Figure.WALL, 1.25));
                goals.add(ours("decoding", format, items, Figure.CPU, 1.25));
                goals.add(ours("decoding", format, items, Figure.BYTES, 1.25));
            }
        }
        // At least 0.95 times the throughput
        goals.add(ours("64 threads", "JSON", 1, Figure.WALL, 1.05));
        goals.add(ours("first response", "JSON", 1, Figure.WALL, 1.25));
        goals.add(new Goal("pcorders status", "launcher", "JSON", 1, Figure.WALL, 0.5));
        goals.add(new Goal("pcorders status", "launcher", "JSON", 1, Figure.CPU, 0.5));
        return goals;
    }

    private static Goal ours(String benchmark, String format, int items, Figure figure, double ratio) {
        return new Goal(benchmark, Subject.OURS.label(), format, items, figure, ratio);
    }

    /**
     * Describes the goals that a run misses by more than {@link #AGREEMENT} and the range between its quartiles, because that is
     * how much the machine varies. A goal that is known to be missed is replaced by the recorded ratio.
     *
     * @param recorded the recorded ratios by {@link #name}
     */
    static List<String> missed(List<Row> rows, Map<String, Double> recorded) {
        List<String> missed = new ArrayList<>();
        for (Goal goal : all()) {
            double limit = AGREEMENT * Math.max(goal.ratio, recorded.getOrDefault(goal.name(), 0.0));
            goal.measured(rows)
                    .filter(ratios -> GATED.contains(goal.figure) && ratios.median() > limit + ratios.range())
                    .ifPresent(ratios -> missed.add(String.format(
                            Locale.ROOT,
                            "Too slow: %s: ratio %.2f (quartiles %.2f to %.2f), the limit is %.2f",
                            goal.name(),
                            ratios.median(),
                            ratios.lower(),
                            ratios.upper(),
                            limit)));
        }
        return missed;
    }

    /** Returns what a run measured, or nothing if it did not measure this. */
    Optional<Quartiles> measured(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.is(benchmark, subject, format, items))
                .findFirst()
                .map(figure::ratios);
    }

    String name() {
        return benchmark + ", " + format + ", " + Row.items(items) + ", " + figure.label();
    }
}
