package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.orders.ProvisioningOutcome;
import java.util.ArrayList;
import java.util.List;

/** Explains why an order can be pending, with the source of each explanation. */
public final class PendingText {
    private PendingText() {}

    /** Returns one line for each sentence; none if the order is not pending. */
    public static List<String> of(ProvisioningOutcome outcome) {
        if (outcome.possibleCauses().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Why an order can be pending; the service does not say which applies:");
        outcome.possibleCauses().forEach(cause -> {
            lines.add("  - " + cause.explanation() + ".");
            lines.add("    Source: " + cause.source());
        });
        return lines;
    }
}
