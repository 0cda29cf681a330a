package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import groovy.transform.Immutable
import java.time.Duration

/** One call of a client: the operation with its arguments, or a link to follow, and the options. */
@CompileStatic
@Immutable(knownImmutableClasses = [Duration, List, Map])
class ClientCall {
    String operation
    /** The arguments of the generated method in order: texts, and the content of a body; null for one that is left out. */
    List<Object> arguments
    /** The headers that are set by options, by name. */
    Map<String, String> headers
    /** JSON or XML, to request by its format; null to request the media type by its name. */
    String format
    String mediaType
    /** Null for the client's default. */
    Duration timeout
    /** Where the link to follow points, relative to the base URL; null to call the operation. */
    String link
}
