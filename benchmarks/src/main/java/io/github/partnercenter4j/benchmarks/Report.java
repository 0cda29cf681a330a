package io.github.partnercenter4j.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes what was measured: the tables of docs/performance.md, its plot, and the ratios that the short form compares with. So
 * nobody copies figures by hand.
 *
 * @param root the root of the project
 */
record Report(Path root) {
    private static final String BEGIN = "<!-- Written by benchmarks: begin -->\n";
    private static final String END = "<!-- Written by benchmarks: end -->\n";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes what a run measured. */
    void writeSummary(List<Row> rows) throws IOException {
        JSON.writeValue(root.resolve("benchmarks/target/summary.json").toFile(), rows);
    }

    /** The recorded ratios by the name of the goal. */
    Map<String, Double> recorded() throws IOException {
        return ratios("recorded.json");
    }

    /** Writes all files. */
    void write(List<List<Row>> runs) throws IOException {
        writeSummary(middle(runs));
        Map<String, Double> before = ratios("before.json");
        Map<String, Double> recorded = new TreeMap<>();
        StringBuilder tables = new StringBuilder(BEGIN).append('\n').append(goals(runs, before, recorded));
        tables.append('\n')
                .append(stockClients(runs))
                .append('\n')
                .append(growth(runs))
                .append('\n');
        Path page = root.resolve("docs/performance.md");
        String text = Files.readString(page);
        Files.writeString(page, text.substring(0, text.indexOf(BEGIN)) + tables + text.substring(text.indexOf(END)));
        JSON.writeValue(root.resolve("benchmarks/recorded.json").toFile(), recorded);
        Plot.write(middle(runs), root.resolve("docs/performance.svg"));
    }

    private Map<String, Double> ratios(String file) throws IOException {
        return JSON.readValue(root.resolve("benchmarks/" + file).toFile(), new TypeReference<>() {});
    }

    private static String goals(List<List<Row>> runs, Map<String, Double> before, Map<String, Double> recorded) {
        StringBuilder table = new StringBuilder("| what | goal | before | ")
                .append(IntStream.rangeClosed(1, runs.size())
                        .mapToObj(run -> "run " + run)
                        .collect(Collectors.joining(" | ")))
                .append(" | spread | quartiles | met |\n|---|---|---|")
                .append("---|".repeat(runs.size() + 3))
                .append('\n');
        for (Goal goal : Goal.all()) {
            List<Quartiles> measured = runs.stream()
                    .flatMap(rows -> goal.measured(rows).stream())
                    .sorted(Comparator.comparing(Quartiles::median))
                    .toList();
            if (measured.size() < runs.size()) {
                continue;
            }
            Quartiles middle = measured.get(measured.size() / 2);
            double spread =
                    measured.get(measured.size() - 1).median() / measured.get(0).median() - 1;
            recorded.put(goal.name(), middle.median());
            table.append(row(
                    goal.name(),
                    ratio(goal.ratio()),
                    before.containsKey(goal.name()) ? ratio(before.get(goal.name())) : "–",
                    runs.stream()
                            .map(rows -> ratio(goal.measured(rows).orElseThrow().median()))
                            .collect(Collectors.joining(" | ")),
                    String.format(Locale.ROOT, "%.0f %%", 100 * spread),
                    ratio(middle.lower()) + " to " + ratio(middle.upper()),
                    middle.median() <= goal.ratio() ? "yes" : "**no**"));
        }
        return table.toString();
    }

    /** The ratios of the client to the best stock client of each size, in the run in the middle. */
    private static String stockClients(List<List<Row>> runs) {
        StringBuilder table = new StringBuilder("| one JSON call | bytes | by hand: wall time, bytes | "
                + "`stock-…` with the least wall time | wall time, to it | `stock-…` with the fewest bytes | bytes, to it |\n"
                + "|---|---|---|---|---|---|---|\n");
        for (int items : List.of(1, 100, 10_000)) {
            List<Row> rows = middle(runs).stream()
                    .filter(row ->
                            row.benchmark().equals("call") && row.format().equals("JSON") && row.items() == items)
                    .toList();
            Row ours = rows.stream()
                    .filter(row -> row.subject().equals("ours"))
                    .findFirst()
                    .orElseThrow();
            Row fastest = best(rows, Figure.WALL);
            Row smallest = best(rows, Figure.BYTES);
            table.append(row(
                    Row.items(items),
                    String.format(Locale.ROOT, "%,.0f", ours.bytesPerOp()),
                    ratio(median(ours, Figure.WALL)) + ", " + ratio(median(ours, Figure.BYTES)),
                    "`" + fastest.subject() + "`",
                    ratio(median(ours, Figure.WALL) / median(fastest, Figure.WALL)),
                    "`" + smallest.subject() + "`",
                    ratio(median(ours, Figure.BYTES) / median(smallest, Figure.BYTES))));
        }
        return table.toString();
    }

    /** The run that is shown where only one is. */
    private static List<Row> middle(List<List<Row>> runs) {
        return runs.get(runs.size() / 2);
    }

    private static Row best(List<Row> rows, Figure figure) {
        return rows.stream()
                .filter(row -> row.subject().startsWith("stock-"))
                .min(Comparator.comparing(row -> median(row, figure)))
                .orElseThrow();
    }

    private static double median(Row row, Figure figure) {
        Quartiles ratios = figure.ratios(row);
        return ratios == null ? Double.NaN : ratios.median();
    }

    /** From 10,000 to 100,000 items, in the same run. A linear cost grows to 10 times. */
    private static String growth(List<List<Row>> runs) {
        StringBuilder table = new StringBuilder("| from 10,000 to 100,000 items | wall time | bytes | smallest heap |"
                + " heap of 100,000, MiB | by hand |\n|---|---|---|---|---|---|\n");
        List<Row> rows = middle(runs);
        for (String format : List.of("JSON", "XML")) {
            Row small = find(rows, "call", "ours", format, 10_000);
            Row large = find(rows, "call", "ours", format, 100_000);
            Row smallHeap = find(rows, "smallest heap", "ours", format, 10_000);
            Row largeHeap = find(rows, "smallest heap", "ours", format, 100_000);
            Row byHand = find(rows, "smallest heap", "by-hand", format, 100_000);
            table.append(row(
                    format,
                    times(large.nsPerOp(), small.nsPerOp()),
                    times(large.bytesPerOp(), small.bytesPerOp()),
                    times(largeHeap.bytesPerOp(), smallHeap.bytesPerOp()),
                    mebibytes(largeHeap),
                    mebibytes(byHand)));
        }
        return table.toString();
    }

    private static Row find(List<Row> rows, String benchmark, String subject, String format, int items) {
        return rows.stream()
                .filter(row -> row.is(benchmark, subject, format, items))
                .findFirst()
                .orElseThrow();
    }

    private static String times(double large, double small) {
        return String.format(Locale.ROOT, "%.1f times", large / small);
    }

    private static String mebibytes(Row row) {
        return String.format(Locale.ROOT, "%.0f", row.bytesPerOp() / 1024 / 1024);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
