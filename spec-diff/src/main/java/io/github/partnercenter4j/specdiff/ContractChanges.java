package io.github.partnercenter4j.specdiff;

import static io.github.partnercenter4j.specdiff.Change.Kind.ADDED;
import static io.github.partnercenter4j.specdiff.Change.Kind.BREAKING;
import static io.github.partnercenter4j.specdiff.Change.Kind.CHANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares two contracts. Elements inside an added or removed element are not listed again. */
final class ContractChanges {
    private final Map<String, Map<String, String>> before;
    private final Map<String, Map<String, String>> after;
    private final List<Change> changes = new ArrayList<>();

    private ContractChanges(Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        this.before = before;
        this.after = after;
    }

    static List<Change> between(Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        ContractChanges comparison = new ContractChanges(before, after);
        before.keySet().forEach(comparison::addRemovedOrChanged);
        after.keySet().forEach(comparison::addIfNew);
        return List.copyOf(comparison.changes);
    }

    private void addRemovedOrChanged(String place) {
        if (after.containsKey(place)) {
            addChangedFacts(place);
        } else if (parentIn(after, place)) {
            changes.add(new Change(BREAKING, place, "removed"));
        }
    }

    private void addIfNew(String place) {
        if (!before.containsKey(place) && parentIn(before, place)) {
            // A new required property breaks nobody: responses only contain more. A new required parameter breaks
            // callers.
            boolean required = place.contains(Contract.WITHIN + "parameter ")
                    && "true".equals(after.get(place).get(Contract.REQUIRED));
            changes.add(
                    required ? new Change(BREAKING, place, "added and required") : new Change(ADDED, place, "added"));
        }
    }

    private static boolean parentIn(Map<String, ?> places, String place) {
        int end = place.lastIndexOf(Contract.WITHIN);
        return end < 0 || places.containsKey(place.substring(0, end));
    }

    private void addChangedFacts(String place) {
        Map<String, String> old = before.get(place);
        Map<String, String> now = after.get(place);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = old.getOrDefault(name, "none");
            String is = now.getOrDefault(name, "none");
            if (!was.equals(is)) {
                changes.add(new Change(
                        isCompatible(place, name, is) ? CHANGED : BREAKING,
                        place,
                        name + " changed from " + was + " to " + is));
            }
        }
    }

    /** A required parameter may become optional, and an optional part of a response may become required. */
    private static boolean isCompatible(String place, String fact, String is) {
        boolean inRequest = place.contains(Contract.WITHIN + "parameter ");
        return fact.equals(Contract.REQUIRED) && is.equals(inRequest ? "false" : "true");
    }
}
