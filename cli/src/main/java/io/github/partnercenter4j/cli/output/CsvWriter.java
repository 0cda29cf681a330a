package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.QuantityProvisioningStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes comma-separated values (RFC 4180): a header, then one line for each quantity of each line item. A line item
 * without quantities has one line with empty quantity cells.
 */
final class CsvWriter implements OutputWriter {
    private static final QuantityProvisioningStatus NO_QUANTITY =
            QuantityProvisioningStatus.builder().build();

    @Override
    public String write(ProvisioningStatus status) {
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
     * Escapes a cell. Spreadsheets run text that begins with one of "=+-@" as a formula, even in quotes; a leading
     * apostrophe makes it plain text. The service has no status that begins so, and numbers are not passed here.
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
