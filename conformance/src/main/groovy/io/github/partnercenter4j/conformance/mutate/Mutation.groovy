package io.github.partnercenter4j.conformance.mutate

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.model.Side

/** A change of one response on its way from the server to the client, and how the checks of each side must judge it. */
@CompileStatic
class Mutation {
    /** How the checks of one side must judge a mutation. */
    enum Expected {
        /** At least one check must find a violation. */
        REJECT,
        /** No check may find a violation: the mutation is equivalent to the original. */
        ACCEPT,
        /** The checks of this side are not run. */
        IGNORE
    }

    /** The rule of docs/conformance.md that this is an instance of. */
    final String family
    /** The scenario with the mutation. */
    final Scenario scenario
    /** The scenario without the mutation. */
    final Scenario base
    /** The place or the header that is changed; null if the whole response is. */
    final String subject
    private final Expected server
    private final Expected client

    Mutation(String family, Scenario base, Scenario scenario, Expected server, Expected client, String subject = null) {
        this.family = family
        this.base = base
        this.scenario = scenario
        this.server = server
        this.client = client
        this.subject = subject
    }

    Expected expected(Side side) {
        side == Side.SERVER ? server : client
    }

    /** Returns the same mutation, ignored by the sides that are not given. */
    Mutation judgedBy(Set<Side> sides) {
        sides.size() == Side.values().size() ? this
                : new Mutation(family, base, scenario, Side.SERVER in sides ? server : Expected.IGNORE, Side.CLIENT in sides ? client : Expected.IGNORE, subject)
    }

    /** True if the checks of at least one side must reject it. */
    boolean isFault() {
        Expected.REJECT in [server, client]
    }

    String getId() {
        "$family: $scenario"
    }

    @Override
    String toString() {
        id
    }
}
