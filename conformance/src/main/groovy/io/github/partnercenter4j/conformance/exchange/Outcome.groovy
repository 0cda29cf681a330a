package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** How a call of the client ended: with a value, or with an exception. */
@CompileStatic
@Immutable(copyWith = true, knownImmutableClasses = [Map])
class Outcome {
    private static final String VALUE = 'value'
    private static final int MAX_SHOWN = 120

    /** 'value', or the simple name of the exception. */
    String kind
    /** The kind that the exception has; null if it has none. The kind of a ServiceException only repeats its status. */
    String detail
    /** 0 if neither the response nor the exception has a status. */
    int status
    /** The value, or the properties of the fault; null for neither. */
    Map<String, Object> tree
    /** The response headers that the caller can read; empty for an exception without headers. */
    Map<String, List<String>> headers
    /** The headers that an exception has accessors for, by their names. */
    Map<String, String> named

    static Outcome value(int status, Map<String, Object> tree, Map<String, List<String>> headers = [:]) {
        new Outcome(VALUE, null, status, tree, headers, [:])
    }

    static Outcome fault(int status, Map<String, Object> tree, Map<String, List<String>> headers = [:], Map<String, String> named = [:]) {
        new Outcome('ServiceException', null, status, tree, headers, named)
    }

    static Outcome failure(String kind, String detail, int status) {
        new Outcome(kind, detail, status, null, [:], [:])
    }

    static Outcome unreadable(int status) {
        failure('DecodingException', 'UNREADABLE', status)
    }

    static Outcome invalidArgument() {
        failure('IllegalArgumentException', null, 0)
    }

    /** Returns the values of a header that the caller can read. */
    List<String> values(String name) {
        headers.find { it.key.equalsIgnoreCase(name) }?.value ?: [] as List<String>
    }

    /** Returns how this outcome, which was observed, differs from the expected one. Headers are not compared. */
    List<String> differencesFrom(Outcome expected) {
        if ([kind, detail] != [expected.kind, expected.detail]) {
            return ["the call ended with ${this.toString()}, expected $expected".toString()]
        }
        if (status != expected.status) {
            return ["the status is $status, expected ${expected.status}".toString()]
        }
        List<String> differences = []
        compare('', tree, expected.tree, differences)
        differences
    }

    private static void compare(String place, Object observed, Object expected, List<String> differences) {
        if (observed instanceof Map && expected instanceof Map) {
            (observed.keySet() + expected.keySet()).each { key ->
                compare(place ? "$place.$key".toString() : key.toString(), observed[key], expected[key], differences)
            }
        } else if (observed instanceof List && expected instanceof List && observed.size() == expected.size()) {
            observed.eachWithIndex { Object item, int i -> compare("$place[$i]".toString(), item, expected[i], differences) }
        } else if (observed != expected) {
            differences << "$place is ${shown(observed)}, expected ${shown(expected)}".toString()
        }
    }

    private static String shown(Object value) {
        String text = value instanceof CharSequence ? "'$value'" : String.valueOf(value)
        text.length() > MAX_SHOWN ? text.take(MAX_SHOWN) + '…' : text
    }

    @Override
    String toString() {
        kind == VALUE ? "the value ${shown(tree)}" : ([kind, detail].findAll().join(' ') + (status ? " $status" : '') + (tree == null ? '' : ' ' + shown(tree)))
    }
}
