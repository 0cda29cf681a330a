package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.benchmarks.subject.Subject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Draws the ratios of one call as SVG: a line for each subject, with a dot at the median and a bar between the quartiles. */
final class Plot {
    // The width is about that of a page on GitHub, so that the text is not shrunk.
    private static final int LABELS = 260;
    private static final int PANEL = 270;
    private static final int GAP = 36;
    private static final int LINE = 18;
    private static final int TOP = 46;
    private static final double MAX_RATIO = 16;
    private static final int WIDTH = LABELS + 2 * (PANEL + GAP);

    private final StringBuilder svg = new StringBuilder();

    private Plot() {}

    static void write(List<Row> rows, Path file) throws IOException {
        // The baseline would be a dot at 1.
        List<Row> calls = rows.stream()
                .filter(row -> row.benchmark().equals("call") && !row.subject().equals(Subject.BY_HAND.label()))
                .toList();
        Files.writeString(file, new Plot().draw(calls));
    }

    private String draw(List<Row> rows) {
        int height = TOP + LINE * rows.size() + GAP;
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='13'>",
                WIDTH, height);
        add("<title>Ratios of one call to the same call by hand</title><rect width='100%%' height='100%%'"
                + " fill='white'/>");
        panel(0, "wall time", rows, Figure.WALL);
        panel(1, "bytes allocated", rows, Figure.BYTES);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            add(
                    "<text x='%d' y='%d' text-anchor='end'%s>%s, %s: %s</text>",
                    LABELS - 8,
                    TOP + LINE * i + 4,
                    row.subject().equals("ours") ? " font-weight='bold'" : "",
                    row.format(),
                    Row.items(row.items()),
                    row.subject());
        }
        return svg.append("</svg>\n").toString();
    }

    private void panel(int number, String title, List<Row> rows, Figure figure) {
        int left = LABELS + number * (PANEL + GAP);
        int bottom = TOP + LINE * rows.size();
        add("<text x='%d' y='16'>%s, ratio to by hand</text>", left, title);
        for (double ratio : List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)) {
            double x = x(left, ratio);
            add(
                    "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='%s'/>",
                    x, x, TOP - 8, bottom, ratio == 1 ? "black" : "#ddd");
            add(
                    "<text x='%.1f' y='34' text-anchor='middle'>%s</text>",
                    x, new BigDecimal(ratio).stripTrailingZeros().toPlainString());
        }
        for (int i = 0; i < rows.size(); i++) {
            Quartiles quartiles = figure.ratios(rows.get(i));
            if (quartiles != null) {
                String color = rows.get(i).subject().equals("ours") ? "#c00" : "#468";
                int y = TOP + LINE * i;
                add(
                        "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='%s' stroke-width='4' stroke-opacity='0.4'/>",
                        x(left, quartiles.lower()), x(left, quartiles.upper()), y, y, color);
                add("<circle cx='%.1f' cy='%d' r='3.5' fill='%s'/>", x(left, quartiles.median()), y, color);
            }
        }
    }

    /** The scale is logarithmic, from 1/4 to 16. */
    private static double x(int left, double ratio) {
        double clipped = Math.min(Math.max(ratio, 0.25), MAX_RATIO);
        return left + PANEL * Math.log(clipped / 0.25) / Math.log(MAX_RATIO / 0.25);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
