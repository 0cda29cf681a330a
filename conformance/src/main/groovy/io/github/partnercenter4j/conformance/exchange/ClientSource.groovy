package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic

/** Opens the client under test. */
@CompileStatic
@FunctionalInterface
interface ClientSource {
    ClientAdapter open(String baseUrl, String token)
}
