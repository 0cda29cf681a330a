package io.github.partnercenter4j.cli.csv;

import io.github.partnercenter4j.cli.output.Printable;
import io.github.partnercenter4j.client.internal.text.Guid;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks ids from a file by the rules of the client, which would refuse them later, and by what spreadsheets do to them. */
final class OrderIds {
    private static final int MAX_SHOWN = 60;
    /** A spreadsheet shows 123456789012 as 1.23457E+11, and saves what it shows. */
    private static final Pattern ROUNDED = Pattern.compile("[0-9]([.,][0-9]+)?E\\+[0-9]+");

    private OrderIds() {}

    static String customerId(String text) {
        if (!Guid.isValid(text)) {
            throw new IllegalArgumentException("customerId must be a GUID, but is " + shown(List.of(text)));
        }
        return text;
    }

    static String orderId(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("orderId is empty");
        }
        if (text.equals(".") || text.equals("..") || text.indexOf('"') >= 0) {
            throw new IllegalArgumentException("orderId is not an id: " + shown(List.of(text)));
        }
        if (ROUNDED.matcher(text).matches()) {
            throw new IllegalArgumentException("orderId " + text
                    + " is a rounded number: format the column as text in the spreadsheet, and save it again");
        }
        return text;
    }

    /** Returns texts from the file for a message. */
    static String shown(List<String> texts) {
        String all =
                texts.stream().map(text -> text.isEmpty() ? "(empty)" : text).collect(Collectors.joining(", "));
        return Printable.escape(all.length() > MAX_SHOWN ? all.substring(0, MAX_SHOWN) + "…" : all);
    }
}
