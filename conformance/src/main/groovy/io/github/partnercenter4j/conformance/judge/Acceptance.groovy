package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic

/** What an Accept or Accept-Encoding header accepts (RFC 9110, section 12.5). */
@CompileStatic
class Acceptance {
    private final List<String> ranges

    private Acceptance(List<String> ranges) {
        this.ranges = ranges
    }

    static Acceptance of(List<String> values) {
        List<String> ranges = []
        for (String range : values.join(',').split(',')) {
            List<String> parts = range.toLowerCase(Locale.ROOT).split(';')*.strip()
            if (!(parts.drop(1).any { String it -> it ==~ /q=0(\.0*)?/ })) {
                ranges << parts[0]
            }
        }
        new Acceptance(ranges)
    }

    boolean accepts(String mediaType) {
        String type = mediaType.substring(0, mediaType.indexOf('/') + 1)
        ranges.any { String it -> it == mediaType || it == '*/*' || it == type + '*' }
    }

    boolean acceptsCoding(String coding) {
        coding.toLowerCase(Locale.ROOT) in ranges || '*' in ranges
    }
}
