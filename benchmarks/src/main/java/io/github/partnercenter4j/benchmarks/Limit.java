package io.github.partnercenter4j.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The largest ratio that a run may show. A median may exceed it by the range between the quartiles, because that is how
 * much the machine varies.
 */
record Limit(String benchmark, String format, int items, String figure, double ratio) {
    private static final List<Limit> ALL = List.of(
            new Limit("call", "JSON", 1, "bytes", 1.25),
            new Limit("call", "JSON", 100, "bytes", 1.25),
            new Limit("call", "XML", 1, "bytes", 1.25),
            new Limit("call", "XML", 100, "bytes", 1.25));

    /** Describes the rows of the client that exceed a limit. */
    static List<String> exceeded(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.subject().equals(Subject.OURS.label()))
                .flatMap(row -> ALL.stream().flatMap(limit -> limit.check(row)))
                .toList();
    }

    private Stream<String> check(Row row) {
        Quartiles measured = measured().apply(row);
        if (!row.benchmark().equals(benchmark)
                || !row.format().equals(format)
                || row.items() != items
                || measured == null
                || measured.median() <= ratio + measured.range()) {
            return Stream.empty();
        }
        return Stream.of(String.format(
                Locale.ROOT,
                "Too much %s: %s, %s, %d items: %.2f times by hand (quartiles %.2f to %.2f), the limit is %.2f",
                figure,
                benchmark,
                format,
                items,
                measured.median(),
                measured.lower(),
                measured.upper(),
                ratio));
    }

    private Function<Row, @Nullable Quartiles> measured() {
        return switch (figure) {
            case "time" -> Row::timeRatioQuartiles;
            case "CPU time" -> Row::cpuRatioQuartiles;
            default -> Row::bytesRatioQuartiles;
        };
    }
}
