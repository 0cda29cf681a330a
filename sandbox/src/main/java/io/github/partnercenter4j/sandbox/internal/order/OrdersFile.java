package io.github.partnercenter4j.sandbox.internal.order;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.partnercenter4j.sandbox.LineItem;
import io.github.partnercenter4j.sandbox.SandboxOrder;
import io.github.partnercenter4j.sandbox.internal.http.Guid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads customers and orders from a YAML file. Each entry checks itself, so that an error can tell its place in the file. */
public record OrdersFile(List<SandboxOrder> orders, List<String> forbiddenCustomers) {

    record Document(List<CustomerEntry> customers) {
        Document {
            require("customers", customers);
        }
    }

    record CustomerEntry(
            String id, boolean forbidden, @Nullable List<OrderEntry> orders) {
        CustomerEntry {
            Guid.requireCustomerId(require("id", id));
        }
    }

    record OrderEntry(
            String id,
            @Nullable Boolean provisioned,
            int pageSize,
            @Nullable String etag,
            @Nullable String visibleAfter,
            @Nullable List<LineEntry> lineItems) {
        OrderEntry {
            require("id", id);
            order("00000000-0000-0000-0000-000000000000", id, provisioned, pageSize, etag, visibleAfter, lineItems);
        }

        SandboxOrder of(String customerId) {
            return order(customerId, id, provisioned, pageSize, etag, visibleAfter, lineItems);
        }

        private static SandboxOrder order(
                String customerId,
                String id,
                @Nullable Boolean provisioned,
                int pageSize,
                @Nullable String etag,
                @Nullable String visibleAfter,
                @Nullable List<LineEntry> lineItems) {
            return new SandboxOrder(
                    customerId,
                    id,
                    !Boolean.FALSE.equals(provisioned),
                    pageSize,
                    etag,
                    orEmpty(lineItems).stream().map(LineEntry::item).toList(),
                    visibleAfter == null ? Duration.ZERO : duration("visibleAfter", visibleAfter));
        }
    }

    record LineEntry(
            @Nullable Integer orderLineItemId,
            @Nullable Integer quantity,
            @Nullable String status,
            @Nullable List<ChangeEntry> changes) {
        LineEntry {
            require("status", status);
        }

        LineItem item() {
            return new LineItem(
                    orderLineItemId,
                    quantity == null ? 1 : quantity,
                    require("status", status),
                    orEmpty(changes).stream().map(ChangeEntry::change).toList());
        }
    }

    record ChangeEntry(@Nullable String after, @Nullable Integer polls, String status) {
        ChangeEntry {
            change(after, polls, status);
        }

        LineItem.Change change() {
            return change(after, polls, status);
        }

        private static LineItem.Change change(@Nullable String after, @Nullable Integer polls, String status) {
            return new LineItem.Change(
                    require("status", status), after == null ? null : duration("after", after), polls);
        }
    }

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    public static OrdersFile read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        try {
            return of(YAML.readValue(text, Document.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ", " + OrdersFileProblem.describe(e, text));
        }
    }

    private static OrdersFile of(Document document) {
        List<SandboxOrder> orders = new ArrayList<>();
        List<String> forbidden = new ArrayList<>();
        for (CustomerEntry customer : document.customers()) {
            if (customer.forbidden()) {
                forbidden.add(customer.id());
            }
            for (OrderEntry order : orEmpty(customer.orders())) {
                orders.add(order.of(customer.id()));
            }
        }
        return new OrdersFile(orders, forbidden);
    }

    /** Parses {@code 90s}, {@code 5m}, {@code 1h30m}, or ISO 8601. */
    private static Duration duration(String name, String text) {
        try {
            return Duration.parse(text.startsWith("P") ? text : "PT" + text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " must be a duration such as 90s or 5m, but was: " + text);
        }
    }

    private static <T> T require(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
