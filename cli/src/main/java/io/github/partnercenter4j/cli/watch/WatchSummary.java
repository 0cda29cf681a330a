package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.cli.output.Printable;
import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.WatchProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what became of the orders: the numbers, the ten slowest, and each kind of failure with its number. */
final class WatchSummary {
    private WatchSummary() {}

    static String of(WatchProgress progress, WatchStatistics statistics) {
        StringBuilder text = new StringBuilder();
        table(text, List.of("ORDERS", "RESULT"), counts(progress));
        if (!statistics.slowest().isEmpty()) {
            text.append("\nThe slowest:\n");
            table(text, List.of("TIME", "REQUESTS", "RESULT", "CUSTOMER", "ORDER"), slowest(statistics));
        }
        if (!statistics.failures().isEmpty()) {
            text.append("\nWhat failed:\n");
            table(text, List.of("ORDERS", "REASON"), failures(statistics));
        }
        return text.toString();
    }

    private static List<List<String>> counts(WatchProgress progress) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(Long.toString(progress.fulfilled()), "fulfilled"));
        rows.add(List.of(Long.toString(progress.unfulfilled()), "unfulfilled"));
        rows.add(List.of(Long.toString(progress.failed()), "failed"));
        rows.add(List.of(Long.toString(progress.givenUp()), "given up"));
        rows.add(List.of(Long.toString(progress.open()), "pending"));
        return rows;
    }

    private static List<List<String>> slowest(WatchStatistics statistics) {
        return statistics.slowest().stream()
                .map(slow -> List.of(
                        TimeText.of(slow.time()),
                        Integer.toString(slow.result().requests()),
                        name(slow.result().kind()),
                        slow.result().customerId(),
                        slow.result().orderId()))
                .toList();
    }

    private static List<List<String>> failures(WatchStatistics statistics) {
        return statistics.failures().stream()
                .map((Map.Entry<String, Long> failure) ->
                        List.of(failure.getValue().toString(), failure.getKey()))
                .toList();
    }

    static String name(OrderResult.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Numbers of the first column stand at its right end. */
    private static void table(StringBuilder text, List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        rows.forEach(row -> all.add(row.stream().map(Printable::escape).toList()));
        int[] widths = new int[header.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String blanks = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? blanks + row.get(i) : row.get(i) + blanks).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
