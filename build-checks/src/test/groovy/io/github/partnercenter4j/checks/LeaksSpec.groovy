package io.github.partnercenter4j.checks

import io.github.partnercenter4j.testing.Leaks
import java.nio.charset.StandardCharsets
import spock.lang.Specification
import spock.lang.TempDir

/** Leaks finds a planted secret in each of its encodings. */
class LeaksSpec extends Specification {
    private static final Base64.Encoder BASE64 = Base64.encoder
    private static final Base64.Encoder BASE64_URL = Base64.urlEncoder.withoutPadding()

    @TempDir
    File folder

    def 'a planted secret is found: #form, mark #number'() {
        given:
        def report = new File(folder, 'deep/TEST-x.xml')
        report.parentFile.mkdirs()
        report.setText("before ${encode.call(Leaks.MARKS[number])} after", 'UTF-8')
        new File(folder, 'clean.txt').text = 'no secret here: 100 % clean'

        expect:
        Leaks.inFiles([folder]).keySet() == [report] as Set
        Leaks.inFiles([report, new File(folder, 'clean.txt')]).keySet() == [report] as Set

        where:
        [[form, encode], number] << [[
            ['as it is', { "$it" }],
            ['within a token', { "abc.$it-0123+/=" }],
            ['percent-encoded', { URLEncoder.encode("$it ü+/=", 'UTF-8') }],
            ['each byte percent-encoded', { it.bytes.collect { b -> String.format('%%%02x', b) }.join('') }],
            ['a part percent-encoded', { it.substring(0, 2) + it.substring(2).bytes.collect { b -> String.format('%%%02X', b) }.join('') }],
            ['in Base64', { BASE64.encodeToString("$it".bytes) }],
            ['in Base64 of Basic', { BASE64.encodeToString("user:$it".bytes) }],
            ['in Base64, one byte on', { BASE64.encodeToString("a$it-more".bytes) }],
            ['in Base64, two bytes on', { BASE64.encodeToString("ab$it-more".bytes) }],
            ['in base64url', { BASE64_URL.encodeToString("\u00ff\u00fe$it\u00ff".getBytes(StandardCharsets.ISO_8859_1)) }],
            ['in base64url, percent-encoded', { URLEncoder.encode(BASE64.encodeToString("ab$it".bytes), 'UTF-8') }]
        ], 0..<Leaks.MARKS.size()].combinations()
    }

    def 'the causes and the suppressed exceptions of an exception are searched at every level'() {
        given:
        def failure = new IllegalStateException('a', new IOException('b', new IllegalArgumentException('c')))
        failure.cause.addSuppressed(new IOException('d', new UnsupportedOperationException('planted s3cret')))

        expect:
        Leaks.said(failure).any { Leaks.found(it) }
        !Leaks.said(new IllegalStateException('a', failure.cause.cause)).any { Leaks.found(it) }
    }

    def 'a text without a secret is clean'() {
        expect:
        Leaks.found(text) == []

        where:
        text << ['', 'secret', 'c%61n', 'a%', 'a%zz', 'eyJ', 'Ca' * 1000]
    }
}
