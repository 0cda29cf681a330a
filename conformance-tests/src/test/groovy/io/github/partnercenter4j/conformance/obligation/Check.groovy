package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic

/** Sees whether an obligation was kept. */
@CompileStatic
interface Check {
    /** For reports. */
    String getName()

    /** Why what was seen does not keep the obligation; empty where it does. */
    List<String> refusals(Claim claim, Sight sight)
}
