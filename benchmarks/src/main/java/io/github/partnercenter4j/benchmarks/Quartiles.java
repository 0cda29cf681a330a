package io.github.partnercenter4j.benchmarks;

import java.util.List;

/** The median of some values, with the quartiles below and above it. */
record Quartiles(double lower, double median, double upper) {

    static Quartiles of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    /** Interpolates between the two nearest values. */
    private static double at(double[] sorted, double quantile) {
        double position = quantile * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return rounded(sorted[below] + (position - below) * (sorted[above] - sorted[below]));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** The upper quartile minus the lower one. */
    double range() {
        return upper - lower;
    }
}
