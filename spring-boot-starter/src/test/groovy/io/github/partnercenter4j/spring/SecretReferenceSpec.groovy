package io.github.partnercenter4j.spring

import org.springframework.core.env.MapPropertySource
import org.springframework.core.env.StandardEnvironment
import org.springframework.core.io.AbstractResource
import org.springframework.core.io.ByteArrayResource
import org.springframework.core.io.ResourceLoader
import spock.lang.Specification

/** A reference leads to a secret, which is taken as it is. InvalidSettingSpec says what an application shows of the others. */
class SecretReferenceSpec extends Specification {
    private static final String TOO_LARGE = 'refers to a file of more than 64 KiB, which must hold more than the secret'
    private static final String NOT_SET = 'refers to an environment variable or property that is not set or empty'
    private static final String PLACEHOLDER = 'refers to a placeholder, which is not resolved in a secret'

    def 'the secret of a file is its text: #what'() {
        expect:
        read(reference, content.bytes) == secret

        where:
        what                          | reference     | content         || secret
        'without a line end'          | 'file:/a'     | 's3cret\n'      || 's3cret'
        'without a line end of Windows' | 'file:/a'   | 's3cret\r\n'    || 's3cret'
        'with blanks, in UTF-8'       | 'classpath:a' | ' s3cret é '    || ' s3cret é '
        'before a placeholder'        | 'file:/a'     | 's3cret${x}'    || 's3cret${x}'
        'after a placeholder'         | 'file:/a'     | '${x} s3cret'   || '${x} s3cret'
        'two placeholders'            | 'file:/a'     | '${s3cret}${x}' || '${s3cret}${x}'
        'in braces'                   | 'file:/a'     | '{s3cret}'      || '{s3cret}'
        'after a brace'               | 'file:/a'     | '${s3cret'      || '${s3cret'
    }

    def 'a file of 64 KiB is read, of #characters characters'() {
        expect:
        read('file:/a', content.bytes) == content

        where:
        content << ['s' * 65_536, 'é' * 32_768]
        characters = content.length()
    }

    def 'the secret of a variable is its text, also of #reference'() {
        expect:
        new SecretReference(environment([a: 's3cret-first', n: 1, e: 's3cret\n'], [a: 's3cret-second', b: 's3cret']), null).read('p', reference) == secret

        where:
        reference || secret
        'env:a'   || 's3cret-first'
        'env:b'   || 's3cret'
        'env:n'   || '1'
        'env:e'   || 's3cret\n'
    }

    def 'a variable is refused if it is #what'() {
        when:
        new SecretReference(environment([empty: '', holder: value], [empty: 's3cret']), null).read('p', reference)

        then:
        def e = thrown(InvalidSettingException)
        e.message == "The property p $problem."

        where:
        what                      | reference    | value             || problem
        'missing'                 | 'env:none'   | ''                || NOT_SET
        'empty in the first source' | 'env:empty' | ''               || NOT_SET
        'nameless'                | 'env:'       | ''                || NOT_SET
        'a placeholder'           | 'env:holder' | '${s3cret}'       || PLACEHOLDER
        'nothing between braces'  | 'env:holder' | '${}'             || PLACEHOLDER
        'blanks and a placeholder' | 'env:holder' | ' \t${s3cret}\n ' || PLACEHOLDER
    }

    def 'a file is refused if it #what'() {
        when:
        read('file:/a', content)

        then:
        def e = thrown(InvalidSettingException)
        e.message == "The property p $problem."
        e.action()

        where:
        what                     | content                           || problem
        'has one byte too many'  | ('s' * 65_537).bytes              || TOO_LARGE
        'has a line end only'    | '\r\n'.bytes                      || 'refers to an empty file'
        'has no byte'            | new byte[0]                       || 'refers to an empty file'
        'is a placeholder'       | '${s3cret}\n'.bytes               || PLACEHOLDER
        'cannot be opened'       | new IOException('s3cret')         || 'refers to a file that cannot be read'
        'cannot be found out'    | new UncheckedIOException(new IOException('s3cret')) || 'refers to a file that cannot be read'
    }

    def 'what is no reference is not read: #what'() {
        when:
        read(reference, 's3cret'.bytes)

        then:
        def e = thrown(InvalidSettingException)
        e.message == 'The property p is not a reference.'

        where:
        what               | reference
        'nothing'          | ''
        'the secret'       | 's3cret'
        'an address'       | 'https://a.example/s3cret'
        'a leading blank'  | ' file:/a'
        'capitals'         | 'FILE:/a'
        'without a colon'  | 'fileb'
        'a kind alone'     | 'env'
    }

    /** @param content the bytes of every file, or the exception when it is opened */
    private static String read(String reference, Object content) {
        def files = { String location ->
            assert location == reference
            content instanceof byte[] ? new ByteArrayResource(content) : new AbstractResource() {
                String description = 'a file'

                @Override
                InputStream getInputStream() {
                    throw (Throwable) content
                }
            }
        }
        new SecretReference(environment(), [getResource: files] as ResourceLoader).read('p', reference)
    }

    private static StandardEnvironment environment(Map<String, Object>... sources) {
        def environment = new StandardEnvironment()
        sources.eachWithIndex { source, i -> environment.propertySources.addLast(new MapPropertySource("s$i", source)) }
        environment
    }
}
