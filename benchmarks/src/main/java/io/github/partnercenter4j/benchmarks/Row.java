package io.github.partnercenter4j.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.partnercenter4j.benchmarks.Meter.Cost;
import io.github.partnercenter4j.benchmarks.PairedRounds.Results;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the summary: the medians of one subject, and their ratios to the baseline of the benchmark with quartiles.
 * What a benchmark does not measure is null.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Row(
        String benchmark,
        String subject,
        String format,
        int items,
        @Nullable Double nsPerOp,
        @Nullable Double cpuNsPerOp,
        @Nullable Double bytesPerOp,
        @Nullable Double timeRatio,
        @Nullable Quartiles timeRatioQuartiles,
        @Nullable Double cpuRatio,
        @Nullable Quartiles cpuRatioQuartiles,
        @Nullable Double bytesRatio,
        @Nullable Quartiles bytesRatioQuartiles) {

    /** A benchmark measures a different set of figures. */
    record Figures(boolean cpu, boolean bytes) {
        static final Figures ALL = new Figures(true, true);
        static final Figures TIME = new Figures(false, false);
        static final Figures TIME_AND_CPU = new Figures(true, false);
    }

    static Row of(String benchmark, String subject, String format, int items, Results results, Figures figures) {
        Quartiles time = results.ratios(subject, Cost::wallNanos);
        Quartiles cpu = figures.cpu() ? results.ratios(subject, Cost::cpuNanos) : null;
        Quartiles bytes = figures.bytes() ? results.ratios(subject, Cost::bytes) : null;
        return new Row(
                benchmark,
                subject,
                format,
                items,
                results.values(subject, Cost::wallNanos).median(),
                cpu == null ? null : results.values(subject, Cost::cpuNanos).median(),
                bytes == null ? null : results.values(subject, Cost::bytes).median(),
                time.median(),
                time,
                cpu == null ? null : cpu.median(),
                cpu,
                bytes == null ? null : bytes.median(),
                bytes);
    }

    /** The line of a benchmark that measures only a size. */
    static Row ofBytes(String benchmark, String subject, String format, int items, double bytes, double baseline) {
        double ratio = bytes / baseline;
        return new Row(
                benchmark,
                subject,
                format,
                items,
                null,
                null,
                bytes,
                null,
                null,
                null,
                null,
                ratio,
                new Quartiles(ratio, ratio, ratio));
    }

    boolean is(String benchmark, String subject, String format, int items) {
        return this.benchmark.equals(benchmark)
                && this.subject.equals(subject)
                && this.format.equals(format)
                && this.items == items;
    }

    static String items(int items) {
        return String.format(Locale.ROOT, items == 1 ? "%d item" : "%,d items", items);
    }

    /** Describes the row in one line. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-14s %-17s %-4s %6d items %s %s %s",
                benchmark,
                subject,
                format,
                items,
                figure("wall", nsPerOp, 1000, "us", timeRatio, timeRatioQuartiles),
                figure("CPU", cpuNsPerOp, 1000, "us", cpuRatio, cpuRatioQuartiles),
                figure("bytes", bytesPerOp, 1, "", bytesRatio, bytesRatioQuartiles));
    }

    private static String figure(
            String name,
            @Nullable Double value,
            int unit,
            String unitName,
            @Nullable Double ratio,
            @Nullable Quartiles quartiles) {
        if (value == null) {
            return "";
        }
        String range =
                quartiles == null ? "" : String.format(Locale.ROOT, " %.2f-%.2f", quartiles.lower(), quartiles.upper());
        return String.format(Locale.ROOT, "| %s %11.1f%s %5.2f%s", name, value / unit, unitName, ratio, range);
    }
}
