package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.cli.watch.ProgressHistory.Sample;
import io.github.partnercenter4j.watch.WatchProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws the charts of the page. */
final class PageCharts {
    /** A single bar would fill the chart, and look like no bar at all. */
    private static final int MIN_BARS = 6;

    private static final int MAX_LABELS = 7;

    private PageCharts() {}

    /** The orders over time, as areas on top of each other. */
    static String orders(List<Sample> samples) {
        List<Double> xs = times(samples);
        double all = largest(samples, progress -> progress.done() + progress.open());
        SvgChart chart = new SvgChart("Orders over time", last(xs), all);
        List<Double> lower = new ArrayList<>(Collections.nCopies(samples.size(), 0.0));
        lower = layer(chart, "fulfilled", samples, xs, lower, WatchProgress::fulfilled);
        lower = layer(chart, "unfulfilled", samples, xs, lower, WatchProgress::unfulfilled);
        lower = layer(chart, "failed", samples, xs, lower, progress -> progress.failed() + progress.givenUp());
        layer(chart, "pending", samples, xs, lower, WatchProgress::open);
        return timeLabels(chart, xs).svg();
    }

    private static List<Double> layer(
            SvgChart chart,
            String style,
            List<Sample> samples,
            List<Double> xs,
            List<Double> lower,
            ToDoubleFunction<WatchProgress> value) {
        List<Double> upper = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            upper.add(lower.get(i) + value.applyAsDouble(samples.get(i).progress()));
        }
        chart.area(style, xs, lower, upper);
        return upper;
    }

    /** The requests within the window of the quota, beside the quota. */
    static String requests(List<Sample> samples) {
        List<Double> xs = times(samples);
        double most = Math.max(
                largest(samples, progress -> progress.quota().requests()),
                largest(samples, WatchProgress::requestsInWindow));
        SvgChart chart = new SvgChart("Requests beside the quota", last(xs), most);
        chart.line("quota", xs, values(samples, progress -> progress.quota().requests()));
        if (isLowered(samples)) {
            chart.line("usable", xs, values(samples, WatchProgress::usableQuota));
        }
        chart.line("requests", xs, values(samples, WatchProgress::requestsInWindow));
        return timeLabels(chart, xs).svg();
    }

    /** Returns true if the service responded with 429, so that less than the quota was used for some time. */
    static boolean isLowered(List<Sample> samples) {
        return samples.stream()
                .anyMatch(sample -> sample.progress().usableQuota()
                        < sample.progress().quota().requests());
    }

    /** How long the orders took. */
    static String times(TimeHistogram times) {
        List<TimeHistogram.Bar> bars = times.bars();
        double most = bars.stream().mapToLong(TimeHistogram.Bar::count).max().orElse(0);
        SvgChart chart = new SvgChart("How long orders took", Math.max(bars.size(), MIN_BARS), most);
        int step = Math.max(1, (bars.size() + MAX_LABELS - 1) / MAX_LABELS);
        for (int i = 0; i < bars.size(); i++) {
            String from = TimeText.of(bars.get(i).from());
            String title = from + " and longer: " + Html.number(bars.get(i).count());
            chart.bar("time", i, i + 1.0, bars.get(i).count(), title);
            if (i % step == 0) {
                chart.label(i, i == 0 ? "start" : "middle", from);
            }
        }
        return chart.svg();
    }

    private static SvgChart timeLabels(SvgChart chart, List<Double> xs) {
        double end = last(xs);
        chart.label(0, "start", "start");
        chart.label(end / 2, "middle", TimeText.of(Duration.ofSeconds((long) (end / 2))));
        return chart.label(Math.max(end, 1), "end", TimeText.of(Duration.ofSeconds((long) end)));
    }

    private static List<Double> times(List<Sample> samples) {
        return samples.stream()
                .map(sample ->
                        Duration.between(samples.get(0).time(), sample.time()).toMillis() / 1000.0)
                .toList();
    }

    private static List<Double> values(List<Sample> samples, ToDoubleFunction<WatchProgress> value) {
        return samples.stream()
                .map(sample -> value.applyAsDouble(sample.progress()))
                .toList();
    }

    private static double largest(List<Sample> samples, ToDoubleFunction<WatchProgress> value) {
        return samples.stream()
                .mapToDouble(sample -> value.applyAsDouble(sample.progress()))
                .max()
                .orElse(0);
    }

    private static double last(List<Double> xs) {
        return xs.isEmpty() ? 0 : xs.get(xs.size() - 1);
    }
}
