package io.github.partnercenter4j.specdiff;

import static io.github.partnercenter4j.specdiff.Change.Kind.ADDED;
import static io.github.partnercenter4j.specdiff.Change.Kind.BROKEN;
import static io.github.partnercenter4j.specdiff.Change.Kind.CHANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The differences of two contracts. What is within a place that came or went is not told again. */
final class ContractChanges {
    private final Map<String, Map<String, String>> before;
    private final Map<String, Map<String, String>> after;
    private final List<Change> changes = new ArrayList<>();

    private ContractChanges(Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        this.before = before;
        this.after = after;
    }

    static List<Change> between(Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        ContractChanges differences = new ContractChanges(before, after);
        before.keySet().forEach(differences::goneOrChanged);
        after.keySet().forEach(differences::come);
        return List.copyOf(differences.changes);
    }

    private void goneOrChanged(String place) {
        if (after.containsKey(place)) {
            facts(place);
        } else if (parentIn(after, place)) {
            changes.add(new Change(BROKEN, place, "is gone"));
        }
    }

    private void come(String place) {
        if (!before.containsKey(place) && parentIn(before, place)) {
            // A property that answers now always have is news; a parameter that calls now must have is a break.
            boolean demanded = place.contains(Contract.WITHIN + "parameter ")
                    && "true".equals(after.get(place).get(Contract.REQUIRED));
            changes.add(
                    demanded ? new Change(BROKEN, place, "is new and required") : new Change(ADDED, place, "is new"));
        }
    }

    private static boolean parentIn(Map<String, ?> places, String place) {
        int end = place.lastIndexOf(Contract.WITHIN);
        return end < 0 || places.containsKey(place.substring(0, end));
    }

    private void facts(String place) {
        Map<String, String> old = before.get(place);
        Map<String, String> now = after.get(place);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = old.getOrDefault(name, "nothing");
            String is = now.getOrDefault(name, "nothing");
            if (!was.equals(is)) {
                changes.add(new Change(
                        loosened(place, name, is) ? CHANGED : BROKEN,
                        place,
                        "has " + name + " " + is + ", not " + was));
            }
        }
    }

    /** A call may leave out what it gave before, and an answer may always have what it had sometimes. */
    private static boolean loosened(String place, String fact, String is) {
        boolean ofACall = place.contains(Contract.WITHIN + "parameter ");
        return fact.equals(Contract.REQUIRED) && is.equals(ofACall ? "false" : "true");
    }
}
