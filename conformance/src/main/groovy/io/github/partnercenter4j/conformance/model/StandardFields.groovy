package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import java.time.DateTimeException
import java.time.format.DateTimeFormatter

/** Headers whose form is defined by RFC 9110 and cannot be expressed in a schema. */
@CompileStatic
class StandardFields {
    private static final List<DateTimeFormatter> DATES = [
            'EEE, dd MMM yyyy HH:mm:ss \'GMT\'', 'EEEE, dd-MMM-yy HH:mm:ss \'GMT\'', 'EEE MMM ppd HH:mm:ss yyyy'
    ].collect { String it -> DateTimeFormatter.ofPattern(it, Locale.ENGLISH) }

    /** True if RFC 9110 defines the form of the header. */
    static boolean haveForm(String name) {
        name.toLowerCase(Locale.ROOT) in ['date', 'retry-after']
    }

    static boolean isWellFormed(String name, String value) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case 'date': return isDate(value, DATES.take(1))
            case 'retry-after': return value ==~ /[0-9]+/ || isDate(value, DATES)
            default: return true
        }
    }

    /** One of the three date forms of section 5.6.7. Senders use the first. */
    private static boolean isDate(String value, List<DateTimeFormatter> forms) {
        forms.any { DateTimeFormatter form ->
            try {
                form.parse(value)
                return true
            } catch (DateTimeException ignored) {
                return false
            }
        }
    }
}
