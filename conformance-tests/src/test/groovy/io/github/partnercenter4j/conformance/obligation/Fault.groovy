package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic

/** Something that is planted into an answer on its way, and what each witness must say of it. */
@CompileStatic
class Fault {
    /** What a witness must say. */
    enum Say {
        RED, EQUAL, NOTHING
    }

    /** The rule of which it is an instance. */
    final String family
    final Occasion occasion
    /** The occasion without the fault, and what was to come of it. */
    final Occasion base
    /** The place or the header that it is about; null where it is about the answer. */
    final String subject
    private final Say server
    private final Say client

    Fault(String family, Occasion base, Occasion occasion, Say server, Say client, String subject = null) {
        this.family = family
        this.base = base
        this.occasion = occasion
        this.server = server
        this.client = client
        this.subject = subject
    }

    Say say(Side side) {
        side == Side.SERVER ? server : client
    }

    /** Whether any witness must see it. */
    boolean isRed() {
        Say.RED in [server, client]
    }

    String getId() {
        "$family: $occasion"
    }

    @Override
    String toString() {
        id
    }
}
