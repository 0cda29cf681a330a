package io.github.partnercenter4j.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Customers and orders in a YAML file. */
record OrdersFile(List<SandboxOrder> orders, List<String> forbiddenCustomers) {

    record Document(List<CustomerEntry> customers) {}

    record CustomerEntry(
            String id, boolean forbidden, @Nullable List<OrderEntry> orders) {}

    record OrderEntry(
            String id,
            @Nullable Boolean provisioned,
            int pageSize,
            @Nullable String etag,
            @Nullable List<LineEntry> lineItems) {}

    record LineEntry(
            @Nullable Integer orderLineItemId,
            @Nullable Integer quantity,
            @Nullable String status,
            @Nullable List<ChangeEntry> changes) {}

    record ChangeEntry(@Nullable String after, @Nullable Integer polls, String status) {}

    private static final ObjectMapper YAML = new YAMLMapper();

    static OrdersFile read(Path file) {
        try {
            return of(YAML.readValue(Files.readString(file), Document.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + problem(e));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage());
        }
    }

    private static String problem(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return e.getOriginalMessage() + " (line " + e.getLocation().getLineNr() + ")";
        }
        String place = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return place + ": "
                + (e instanceof UnrecognizedPropertyException ? "is not known here" : mapping.getOriginalMessage());
    }

    private static OrdersFile of(Document document) {
        List<SandboxOrder> orders = new ArrayList<>();
        List<String> forbidden = new ArrayList<>();
        for (CustomerEntry customer : Objects.requireNonNull(document.customers(), "customers is missing")) {
            String id = Objects.requireNonNull(customer.id(), "a customer has no id");
            if (customer.forbidden()) {
                forbidden.add(id);
            }
            for (OrderEntry order : orEmpty(customer.orders())) {
                orders.add(order(id, order));
            }
        }
        return new OrdersFile(orders, forbidden);
    }

    private static SandboxOrder order(String customerId, OrderEntry entry) {
        String id = Objects.requireNonNull(entry.id(), "an order of customer " + customerId + " has no id");
        List<LineItem> lines = new ArrayList<>();
        for (LineEntry line : orEmpty(entry.lineItems())) {
            lines.add(new LineItem(
                    line.orderLineItemId(),
                    line.quantity() == null ? 1 : line.quantity(),
                    Objects.requireNonNull(line.status(), "a line item of order " + id + " has no status"),
                    orEmpty(line.changes()).stream().map(OrdersFile::change).toList()));
        }
        boolean provisioned = !Boolean.FALSE.equals(entry.provisioned());
        return new SandboxOrder(customerId, id, provisioned, entry.pageSize(), entry.etag(), lines);
    }

    private static LineItem.Change change(ChangeEntry entry) {
        Duration after = entry.after() == null ? null : duration(entry.after());
        return new LineItem.Change(
                Objects.requireNonNull(entry.status(), "a change has no status"), after, entry.polls());
    }

    /** {@code 90s}, {@code 5m}, {@code 1h30m}, or ISO 8601. */
    private static Duration duration(String text) {
        try {
            return Duration.parse(text.startsWith("P") ? text : "PT" + text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("after is not a duration such as 90s or 5m: " + text);
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
