package io.github.partnercenter4j.sandbox;

import java.util.EnumSet;
import java.util.Set;

/** Whom the sandbox follows where the documentation and the service do not agree. */
public enum Fidelity {
    /** The spec, to the letter. */
    DOCUMENTED(EnumSet.noneOf(Deviation.class)),
    /** The service, as recorded traffic and the experience of others show it. */
    OBSERVED(EnumSet.allOf(Deviation.class));

    private final Set<Deviation> deviations;

    Fidelity(Set<Deviation> deviations) {
        this.deviations = deviations;
    }

    /**
     * Where the answers depart from the spec.
     *
     * @return the deviations, none for {@link #DOCUMENTED}
     */
    public Set<Deviation> deviations() {
        return Set.copyOf(deviations);
    }
}
