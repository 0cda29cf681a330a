package io.github.partnercenter4j.cli.csv;

import io.github.partnercenter4j.watch.WatchedOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A target of the profile fuzz: a file of orders. Each line is an order or is reported, and lines are reported in order. */
public final class OrdersCsvFuzz {
    private OrdersCsvFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (OrdersCsv csv = new OrdersCsv(new ByteArrayInputStream(data), bad -> {
            printable(bad.toString());
            numbers.add(bad.number());
        })) {
            for (WatchedOrder order = csv.next(); order != null; order = csv.next()) {
                if (order.customerId().length() != 36 || order.orderId().isBlank()) {
                    throw new AssertionError(order);
                }
            }
        } catch (OrdersFileException e) {
            printable(e.getMessage());
        }
        if (!numbers.equals(numbers.stream().distinct().sorted().toList())) {
            throw new AssertionError(numbers);
        }
    }

    private static void printable(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("A control character in a message");
        }
    }
}
