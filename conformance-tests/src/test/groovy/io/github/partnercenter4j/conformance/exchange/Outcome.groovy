package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic

/** How a call of the client ended, in the suite's own terms: a value, or one exception of the closed list. */
@CompileStatic
class Outcome {
    /** value, or the simple name of the exception. */
    final String kind
    /** The kind that the exception names, null where it has none. */
    final String detail
    /** 0 where the client tells none. */
    final int status
    /** The value, or the properties of the fault. */
    final Map<String, Object> tree
    /** The headers that the client shows, each with its values; none of an exception that shows none. */
    final Map<String, List<String>> headers
    /** What the accessors of an exception say of headers, by their names. */
    final Map<String, String> named
    final String message

    Outcome(Map<String, Object> fields) {
        kind = fields.kind as String
        detail = fields.detail as String
        status = (fields.status ?: 0) as int
        tree = fields.tree as Map<String, Object>
        headers = (fields.headers ?: [:]) as Map<String, List<String>>
        named = (fields.named ?: [:]) as Map<String, String>
        message = fields.message as String
    }

    static Outcome value(int status, Map<String, Object> tree) {
        new Outcome([kind: 'value', status: status, tree: tree] as Map<String, Object>)
    }

    static Outcome fault(int status, Map<String, Object> tree) {
        new Outcome([kind: 'ServiceException', status: status, tree: tree] as Map<String, Object>)
    }

    static Outcome unreadable(int status) {
        new Outcome([kind: 'DecodingException', detail: 'UNREADABLE', status: status] as Map<String, Object>)
    }

    static Outcome unexpected(int status) {
        new Outcome([kind: 'UnexpectedStatusException', status: status] as Map<String, Object>)
    }

    static Outcome transport(String detail) {
        new Outcome([kind: 'TransportException', detail: detail] as Map<String, Object>)
    }

    static Outcome argument() {
        new Outcome([kind: 'IllegalArgumentException'] as Map<String, Object>)
    }

    /** The values of a header that the client shows. */
    List<String> values(String name) {
        headers.find { it.key.equalsIgnoreCase(name) }?.value ?: [] as List<String>
    }

    /** Where this, which was seen, is not what was expected; headers apart. */
    List<String> differencesFrom(Outcome expected) {
        List<String> differences = []
        if ([kind, detail] != [expected.kind, expected.detail]) {
            differences << "ended as ${this.toString()} and not as $expected".toString()
        } else if (status != expected.status) {
            differences << "tells status $status and not ${expected.status}".toString()
        } else {
            compare('', tree, expected.tree, differences)
        }
        differences
    }

    private static void compare(String place, Object seen, Object expected, List<String> differences) {
        if (seen instanceof Map && expected instanceof Map) {
            (seen.keySet() + expected.keySet()).each { key ->
                compare((place ? place + "." + key : String.valueOf(key)) as String, seen[key], expected[key], differences)
            }
        } else if (seen instanceof List && expected instanceof List && seen.size() == expected.size()) {
            seen.eachWithIndex { Object item, int i -> compare("$place[$i]", item, expected[i], differences) }
        } else if (seen != expected) {
            differences << "$place is ${shown(seen)} and not ${shown(expected)}".toString()
        }
    }

    private static String shown(Object value) {
        String text = value instanceof CharSequence ? "'$value'" : String.valueOf(value)
        text.length() > 120 ? text.take(120) + '…' : text
    }

    @Override
    String toString() {
        kind == 'value' ? "the value ${shown(tree)}" : ([kind, detail].findAll().join(' ') + (status ? " $status" : '') + (tree == null ? '' : ' ' + shown(tree)))
    }
}
