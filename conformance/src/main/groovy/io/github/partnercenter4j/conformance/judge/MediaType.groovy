package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic

/** A media type with its parameters (RFC 9110, section 8.3.1). */
@CompileStatic
class MediaType {
    private static final String TOKEN = '[!#$%&\'*+.^_`|~0-9A-Za-z-]+'
    private static final String PARAMETER = "\\s*;\\s*($TOKEN)=($TOKEN|\"(?:[^\"\\\\]|\\\\.)*\")"

    final String name
    final Map<String, String> parameters

    private MediaType(String name, Map<String, String> parameters) {
        this.name = name
        this.parameters = parameters
    }

    /** Returns null if the text is not a media type. */
    static MediaType read(String text) {
        if (!(text ==~ "$TOKEN/$TOKEN($PARAMETER)*\\s*")) {
            return null
        }
        Map<String, String> parameters = [:]
        def matcher = text =~ PARAMETER
        while (matcher.find()) {
            String value = matcher.group(2)
            parameters[matcher.group(1).toLowerCase(Locale.ROOT)] = value.startsWith('"') ? value[1..-2].replaceAll('\\\\(.)', '$1') : value
        }
        new MediaType(text.split(';')[0].strip().toLowerCase(Locale.ROOT), parameters)
    }

    String getCharset() {
        parameters['charset']
    }

    boolean isXml() {
        name.endsWith('/xml') || name.endsWith('+xml')
    }

    boolean isJson() {
        name.endsWith('/json') || name.endsWith('+json')
    }
}
