package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import io.github.partnercenter4j.model.QuantityProvisioningStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values by RFC 4180: a header, then a line for each quantity of each line item. A line item without
 * quantities has one line, with the cells of the quantity empty.
 */
final class CsvWriter implements OutputWriter {
    private static final QuantityProvisioningStatus NO_QUANTITY =
            QuantityProvisioningStatus.builder().build();

    @Override
    public String write(OrderLineItemProvisioningStatusCollection status) {
        StringBuilder csv = new StringBuilder();
        line(csv, "lineItemNumber", "orderLineItemId", "status", "quantity", "quantityStatus");
        for (OrderLineItemProvisioningStatus item : status.items()) {
            List<QuantityProvisioningStatus> quantities = item.quantityProvisioningInformation();
            for (QuantityProvisioningStatus quantity : quantities.isEmpty() ? List.of(NO_QUANTITY) : quantities) {
                line(
                        csv,
                        number(item.lineItemNumber()),
                        number(item.orderLineItemId()),
                        text(item.status()),
                        number(quantity.quantity()),
                        text(quantity.status()));
            }
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, String... cells) {
        csv.append(Arrays.stream(cells).collect(Collectors.joining(","))).append("\r\n");
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /**
     * Spreadsheets run a cell that begins with one of these as a formula, quoted or not. An apostrophe before it makes them
     * show it as text; a status that begins so is none of the service's, so nothing real is changed. Numbers stay numbers.
     */
    private static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String cell = Printable.escape(text);
        if (!cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0) {
            cell = "'" + cell;
        }
        return cell.matches("[^\",]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
