package io.github.partnercenter4j.testing

import java.lang.reflect.Method
import java.nio.file.Files
import java.util.regex.Pattern

/**
 * Finds secrets where none may be. Every token, refresh token, client secret and password of a test holds one of these marks,
 * so that a search for the marks is one for all of them: as they are, percent-encoded, and in the middle of Base64 of either
 * alphabet. The last three are in what the sandbox gives out.
 */
class Leaks {
    static final List<String> MARKS = ['s3cret', 'sandbox-secret', 'eyJhbGciOi', 'eyJ0eXAiOi']

    private static final List<String> FORMS = MARKS.collectMany { [it] + base64(it) }.unique()
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<List<Method>>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            type.methods.findAll { it.parameterCount == 0 && it.returnType != void && it.declaringClass.name.startsWith('io.github.partnercenter4j.') }
        }
    }
    private static final Pattern PERCENT = ~/%([0-9A-Fa-f]{2})/

    /** Each secret in the text, with a little of what stands before it. */
    static List<String> found(String text) {
        def decoded = text.contains('%') ? text.replaceAll(PERCENT) { all, hex -> (char) Integer.parseInt(hex as String, 16) } : text
        [text, decoded].unique().collectMany { plain -> FORMS.collectMany { places(plain, it) } }.unique()
    }

    /** Each of the files, and of those below the folders, that shows a secret, with the secrets. */
    static Map<File, List<String>> inFiles(Collection<File> places) {
        def files = places.collectMany { Files.walk(it.toPath()).toList()*.toFile().findAll { it.file } }
        files.collectEntries { [it, found(it.getText('ISO-8859-1'))] }.findAll { it.value }
    }

    private static List<String> places(String text, String form) {
        def places = []
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            places << text.substring(Math.max(0, at - 60), at + form.length())
        }
        places
    }

    /** All that an object tells: of a failure also its trace, its causes and what it suppressed, and of both what their methods give. */
    static List<String> said(Object object) {
        tellings(object, Collections.newSetFromMap(new IdentityHashMap<>()))
    }

    private static List<String> tellings(Object object, Set<Object> seen) {
        if (object == null || !seen.add(object)) {
            return []
        }
        def texts = [object.toString()] + ACCESSORS.get(object.class).collect { String.valueOf(it.invoke(object)) }
        if (object instanceof Throwable) {
            def trace = new StringWriter()
            object.printStackTrace(new PrintWriter(trace))
            texts << trace.toString() << String.valueOf(object.message)
            texts += tellings(object.cause, seen) + object.suppressed.collectMany { tellings(it, seen) }
        }
        texts
    }

    /** The characters that the mark alone decides, for each place that it can have in a group of three bytes. */
    private static List<String> base64(String mark) {
        (0..2).collectMany { before ->
            def encoded = Base64.encoder.withoutPadding().encodeToString(('x' * before + mark).bytes)
            def within = encoded.substring(Math.ceil(before * 8 / 6) as int, ((before + mark.length()) * 8).intdiv(6))
            [within, within.tr('+/', '-_')]
        }
    }
}
