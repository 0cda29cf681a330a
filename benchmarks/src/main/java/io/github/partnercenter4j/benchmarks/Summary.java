package io.github.partnercenter4j.benchmarks;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** The results of one run, with their ratios to the hand-written call for the same format and number of items. */
record Summary(List<Row> rows) {
    private static final String BYTES_PER_OPERATION = "gc.alloc.rate.norm";

    /** Time and allocated bytes of one call. */
    record Row(
            String benchmark,
            String subject,
            String format,
            int items,
            double nsPerOp,
            double bytesPerOp,
            double timeRatio,
            double bytesRatio) {}

    private record Figures(String benchmark, Subject subject, String format, int items, double ns, double bytes) {
        static Figures of(RunResult result) {
            BenchmarkParams params = result.getParams();
            String name = params.getBenchmark();
            return new Figures(
                    name.substring(name.lastIndexOf('.') + 1),
                    Subject.valueOf(params.getParam("subject")),
                    params.getParam("format").toLowerCase(Locale.ROOT),
                    Integer.parseInt(params.getParam("items")),
                    // The median of the iterations, because other work on the machine distorts only a few of them.
                    result.getPrimaryResult().getStatistics().getPercentile(50),
                    result.getSecondaryResults().get(BYTES_PER_OPERATION).getScore());
        }

        boolean isBaselineOf(Figures other) {
            return subject == Subject.BY_HAND
                    && benchmark.equals(other.benchmark)
                    && format.equals(other.format)
                    && items == other.items;
        }

        Row row(Figures baseline) {
            return new Row(
                    benchmark,
                    subject.label(),
                    format,
                    items,
                    rounded(ns),
                    rounded(bytes),
                    rounded(ns / baseline.ns),
                    rounded(bytes / baseline.bytes));
        }

        private static double rounded(double value) {
            return Math.round(value * 1000) / 1000.0;
        }
    }

    static Summary of(Collection<RunResult> results) {
        List<Figures> all = results.stream().map(Figures::of).toList();
        return new Summary(
                all.stream().map(figures -> figures.row(baseline(figures, all))).toList());
    }

    private static Figures baseline(Figures figures, List<Figures> all) {
        return all.stream()
                .filter(other -> other.isBaselineOf(figures))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("No hand-written call was measured to compare with " + figures));
    }

    void write(Path file, PrintStream out) throws IOException {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), rows);
        out.println();
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%s %-7s %-4s %3d items %10.0f ns (%.2f) %9.0f bytes (%.2f)%n",
                    row.benchmark(),
                    row.subject(),
                    row.format(),
                    row.items(),
                    row.nsPerOp(),
                    row.timeRatio(),
                    row.bytesPerOp(),
                    row.bytesRatio());
        }
        out.println("Ratios to by-hand in parentheses. Written to " + file);
    }
}
