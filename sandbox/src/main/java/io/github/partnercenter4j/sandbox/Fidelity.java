package io.github.partnercenter4j.sandbox;

import java.util.EnumSet;
import java.util.Set;

/** What the sandbox follows where the documentation and the service differ. */
public enum Fidelity {
    /** The spec. */
    DOCUMENTED(EnumSet.noneOf(Deviation.class)),
    /** The service, as recorded traffic and reports of its users show it. */
    OBSERVED(EnumSet.allOf(Deviation.class));

    private final Set<Deviation> deviations;

    Fidelity(Set<Deviation> deviations) {
        this.deviations = deviations;
    }

    /**
     * Returns the differences from the spec.
     *
     * @return the deviations; empty for {@link #DOCUMENTED}
     */
    public Set<Deviation> deviations() {
        return Set.copyOf(deviations);
    }
}
