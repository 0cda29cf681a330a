package io.github.partnercenter4j.cli.watch;

import java.util.List;
import java.util.Locale;

/** Draws one chart as SVG: a grid with labels, and areas, lines and bars within it. */
final class SvgChart {
    static final int WIDTH = 400;
    static final int HEIGHT = 190;
    private static final int LEFT = 46;
    private static final int RIGHT = 10;
    private static final int TOP = 12;
    private static final int BOTTOM = 24;
    private static final int GRID_LINES = 4;

    private final StringBuilder svg = new StringBuilder();
    private final double maxX;
    private final double maxY;

    /**
     * Creates a chart.
     *
     * @param title what it shows, for readers of the page who cannot see it
     * @param maxX the largest value at the bottom; the smallest is 0
     * @param largest the largest value at the side; the smallest is 0
     */
    SvgChart(String title, double maxX, double largest) {
        this.maxX = Math.max(maxX, 1);
        double step = step(largest);
        this.maxY = Math.max(1, Math.ceil(largest / step)) * step;
        svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>"
                .formatted(WIDTH, HEIGHT, Html.escape(title)));
        for (double y = 0; y <= maxY; y += step) {
            svg.append("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>"
                    .formatted(LEFT, WIDTH - RIGHT, n(y(y)), n(y(y))));
            svg.append("<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>"
                    .formatted(LEFT - 6, n(y(y) + 4), Html.number((long) y)));
        }
    }

    /** Returns the distance of grid lines: 1, 2 or 5 times a power of ten. */
    private static double step(double largest) {
        double rough = Math.max(1, largest / GRID_LINES);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double factor = rough / power;
        return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }

    private double x(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * value / maxX;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / maxY;
    }

    /** Writes a label below the chart. */
    SvgChart label(double x, String anchor, String text) {
        svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"%s\">%s</text>"
                .formatted(n(x(x)), HEIGHT - 6, anchor, Html.escape(text)));
        return this;
    }

    /** Fills the area between two rows of values. */
    SvgChart area(String style, List<Double> xs, List<Double> lower, List<Double> upper) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.size(); i++) {
            points.append(point(xs.get(i), upper.get(i)));
        }
        for (int i = xs.size() - 1; i >= 0; i--) {
            points.append(point(xs.get(i), lower.get(i)));
        }
        svg.append("<polygon class=\"%s\" points=\"%s\"/>"
                .formatted(style, points.toString().strip()));
        return this;
    }

    SvgChart line(String style, List<Double> xs, List<Double> ys) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.size(); i++) {
            points.append(point(xs.get(i), ys.get(i)));
        }
        svg.append("<polyline class=\"%s\" points=\"%s\"/>"
                .formatted(style, points.toString().strip()));
        return this;
    }

    SvgChart bar(String style, double from, double to, double value, String title) {
        svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"><title>%s</title></rect>"
                .formatted(
                        style,
                        n(x(from) + 1),
                        n(y(value)),
                        n(Math.max(1, x(to) - x(from) - 2)),
                        n(y(0) - y(value)),
                        Html.escape(title)));
        return this;
    }

    private String point(double x, double y) {
        return n(x(x)) + "," + n(y(y)) + " ";
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    String svg() {
        return svg + "</svg>";
    }
}
