package io.github.partnercenter4j.testing

import groovy.transform.CompileStatic
import java.lang.reflect.Method
import java.nio.file.Files
import java.util.regex.Pattern

/**
 * Finds secrets in text. Every token, refresh token, client secret and password in a test contains one of the marks, so a
 * search for the marks finds all of them: as they are, percent-encoded, or anywhere in Base64 of either alphabet. The last
 * three marks are in the secrets and tokens that the sandbox issues.
 */
class Leaks {
    static final List<String> MARKS = ['s3cret', 'sandbox-secret', 'eyJhbGciOi', 'eyJ0eXAiOi']

    private static final List<String> FORMS = MARKS.collectMany { [it] + base64(it) }.unique()
    private static final BitSet BEGINNINGS = new BitSet().tap { set -> FORMS.each { set.set(beginning(it, 0)) } }
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<List<Method>>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            type.methods.findAll { it.parameterCount == 0 && it.returnType != void && it.declaringClass.name.startsWith('io.github.partnercenter4j.') }
        }
    }
    private static final Pattern PERCENT = ~/%([0-9A-Fa-f]{2})/

    /** Returns each secret in the text with up to 60 characters before it. */
    static List<String> found(String text) {
        def decoded = text.contains('%') ? text.replaceAll(PERCENT) { all, hex -> (char) Integer.parseInt(hex as String, 16) } : text
        [text, decoded].unique().collectMany { plain -> places(plain) }.unique()
    }

    /** Returns the files that contain a secret, with their secrets. Folders are searched at every level. */
    static Map<File, List<String>> inFiles(Collection<File> places) {
        def files = places.collectMany { Files.walk(it.toPath()).toList()*.toFile().findAll { it.file } }
        files.collectEntries { [it, found(it.getText('ISO-8859-1'))] }.findAll { it.value }
    }

    /** Reads the text once, however many forms there are: the logs of all tests are long. */
    @CompileStatic
    private static List<String> places(String text) {
        List<String> places = []
        for (int at = 0; at < text.length() - 1; at++) {
            if (BEGINNINGS.get(beginning(text, at))) {
                for (String form : FORMS) {
                    if (text.startsWith(form, at)) {
                        places << text.substring(Math.max(0, at - 60), at + form.length())
                    }
                }
            }
        }
        places
    }

    /** Returns a number for the two characters at an index. */
    @CompileStatic
    private static int beginning(String text, int at) {
        ((int) text.charAt(at) & 0xff) << 8 | ((int) text.charAt(at + 1) & 0xff)
    }

    /** Returns everything an object says: its text and the results of its methods; for an exception also the stack trace, causes and suppressed exceptions. */
    static List<String> said(Object object) {
        textsOf(object, Collections.newSetFromMap(new IdentityHashMap<>()))
    }

    private static List<String> textsOf(Object object, Set<Object> seen) {
        if (object == null || !seen.add(object)) {
            return []
        }
        def texts = [object.toString()] + ACCESSORS.get(object.class).collect { String.valueOf(it.invoke(object)) }
        if (object instanceof Throwable) {
            def trace = new StringWriter()
            object.printStackTrace(new PrintWriter(trace))
            texts << trace.toString() << String.valueOf(object.message)
            texts += textsOf(object.cause, seen) + object.suppressed.collectMany { textsOf(it, seen) }
        }
        texts
    }

    /** Returns the Base64 characters that depend on the mark only, for each position in a group of three bytes. */
    private static List<String> base64(String mark) {
        (0..2).collectMany { before ->
            def encoded = Base64.encoder.withoutPadding().encodeToString(('x' * before + mark).bytes)
            def within = encoded.substring(Math.ceil(before * 8 / 6) as int, ((before + mark.length()) * 8).intdiv(6))
            [within, within.tr('+/', '-_')]
        }
    }
}
