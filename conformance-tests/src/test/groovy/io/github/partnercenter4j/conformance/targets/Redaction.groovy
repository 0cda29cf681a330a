package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets
import java.util.regex.Matcher
import java.util.regex.Pattern

/**
 * Removes secrets and identities from a text. The token, and what looks like one, is removed. The customer and the order are replaced
 * by those of the documentation, and every other GUID by a number, the same one throughout.
 */
@CompileStatic
class Redaction {
    private static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    private static final String ORDER = '34828C05-C16C-4D6F-9CFC-4D2650EF19A1'
    private static final Pattern GUID = ~/(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    private static final Pattern TOKEN = ~/(?i)(bearer\s+)?eyJ[a-z0-9_-]{8,}(\.[a-z0-9_-]*)+|bearer\s+[a-z0-9._~+\/=-]{8,}/

    private final TargetSettings settings
    private final Map<String, String> guids = new LinkedHashMap<>()

    Redaction(TargetSettings settings) {
        this.settings = settings
        [CUSTOMER, ORDER, Probe.UNKNOWN_ORDER].each { String known -> guids[known.toLowerCase(Locale.ROOT)] = known }
    }

    String of(String text) {
        String clean = replaced(text, settings.token, '(token)')
        clean = TOKEN.matcher(clean).replaceAll('(token)')
        clean = replaced(clean, settings.customer, CUSTOMER)
        clean = replaced(clean, settings.order, ORDER)
        numbered(clean)
    }

    /** The same for bytes in any encoding that contains ASCII. */
    byte[] of(byte[] bytes) {
        of(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1)
    }

    /** Replaces a secret as it is, encoded for a path or a form, and as UTF-8 read byte by byte. Case is ignored. */
    private static String replaced(String text, String secret, String placeholder) {
        String clean = text
        for (String form : [Probe.segment(secret), URLEncoder.encode(secret, 'UTF-8'), secret, new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)]) {
            clean = clean.replaceAll('(?i)' + Pattern.quote(form), Matcher.quoteReplacement(placeholder))
        }
        clean
    }

    private String numbered(String text) {
        GUID.matcher(text).replaceAll { found ->
            guids.computeIfAbsent(found.group().toLowerCase(Locale.ROOT)) { String it -> String.format('00000000-0000-0000-0000-%012d', guids.size()) }
        }
    }
}
