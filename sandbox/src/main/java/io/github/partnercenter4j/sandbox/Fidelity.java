package io.github.partnercenter4j.sandbox;

import java.util.EnumSet;
import java.util.Set;

/** Whom the sandbox follows where the documentation and the service do not agree. */
public enum Fidelity {
    /** The spec, to the letter. */
    DOCUMENTED(EnumSet.noneOf(Departure.class)),
    /** The service, as recorded traffic and the experience of others show it. */
    OBSERVED(EnumSet.allOf(Departure.class));

    private final Set<Departure> departures;

    Fidelity(Set<Departure> departures) {
        this.departures = departures;
    }

    /**
     * Where the answers depart from the spec.
     *
     * @return the departures, none for {@link #DOCUMENTED}
     */
    public Set<Departure> departures() {
        return Set.copyOf(departures);
    }
}
