package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.orders.ProvisioningOutcome;
import io.github.partnercenter4j.client.orders.ProvisioningState;
import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.QuantityProvisioningStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Writes a table for people, and below it what the result means for the order. */
final class TableWriter implements OutputWriter {
    private static final List<String> HEADER = List.of("LINE", "ITEM", "STATUS", "QUANTITIES");
    private static final int STATUS_COLUMN = 2;
    private static final String GAP = "  ";

    private final Ansi ansi;

    TableWriter(Ansi ansi) {
        this.ansi = ansi;
    }

    @Override
    public String write(ProvisioningStatus status) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        List<OrderLineItemProvisioningStatus> items = status.items();
        items.forEach(item -> rows.add(row(item)));
        int[] widths = widths(rows);
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            Ansi.IStyle[] styles = i == 0
                    ? new Ansi.IStyle[0]
                    : style(ProvisioningState.of(items.get(i - 1).status()).kind());
            table.append(line(rows.get(i), widths, styles)).append('\n');
        }
        return table.append('\n').append(summary(status.outcome())).append('\n').toString();
    }

    private static List<String> row(OrderLineItemProvisioningStatus item) {
        return List.of(
                number(item.lineItemNumber()),
                number(item.orderLineItemId()),
                Printable.escape(ProvisioningState.of(item.status()).toString()),
                item.quantityProvisioningInformation().stream()
                        .map(TableWriter::quantity)
                        .collect(Collectors.joining(", ")));
    }

    private static String quantity(QuantityProvisioningStatus quantity) {
        return number(quantity.quantity()) + " "
                + Printable.escape(ProvisioningState.of(quantity.status()).toString());
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "(none)" : number.toString();
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private String line(List<String> cells, int[] widths, Ansi.IStyle... statusStyles) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            line.append(i == STATUS_COLUMN ? styled(cell, statusStyles) : cell);
            line.append(" ".repeat(widths[i] - width(cell))).append(GAP);
        }
        // No line ends with blanks.
        return line.toString().stripTrailing();
    }

    private String summary(ProvisioningOutcome outcome) {
        String kind = outcome.kind().name();
        String word = kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT);
        Ansi.IStyle style =
                switch (outcome.kind()) {
                    case FULFILLED -> Ansi.Style.fg_green;
                    case PENDING -> Ansi.Style.fg_yellow;
                    case UNFULFILLED -> Ansi.Style.fg_red;
                };
        return styled(word, style) + ": " + Printable.escape(outcome.reason());
    }

    private static Ansi.IStyle[] style(ProvisioningState.Kind kind) {
        return new Ansi.IStyle[] {
            switch (kind) {
                case FULFILLED -> Ansi.Style.fg_green;
                case UNFULFILLED -> Ansi.Style.fg_red;
                case PENDING, UNKNOWN -> Ansi.Style.fg_yellow;
            }
        };
    }

    /** Styles text directly, because a status could contain picocli's markup. */
    private String styled(String text, Ansi.IStyle... styles) {
        if (!ansi.enabled() || styles.length == 0) {
            return text;
        }
        return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
    }
}
