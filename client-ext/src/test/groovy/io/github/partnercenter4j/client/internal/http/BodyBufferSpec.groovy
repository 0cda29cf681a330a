package io.github.partnercenter4j.client.internal.http

import spock.lang.Specification

/** How many bytes are read, and into how much memory. */
class BodyBufferSpec extends Specification {
    private static final int K = 1024

    def 'a body of #length bytes is collected into arrays of #sizes bytes if #expected are expected'() {
        given:
        def body = new byte[length]
        new Random(1).nextBytes(body)
        def source = new Source(body)
        def buffer = new BodyBuffer(expected)
        def received = 0

        when:
        buffer.fill(source, 100_000_000) { received += it }
        def bytes = buffer.toBytes()

        then:
        Arrays.equals(bytes, body)
        received == length
        source.arrays*.length == sizes
        // Without a copy if it fits exactly.
        bytes.is(source.arrays.last()) == (length == source.arrays.last().length)

        where:
        length     | expected       || sizes
        5          | 5              || [5]
        8 * K      | -1             || [8 * K]
        8 * K + 1  | -1             || [8 * K, 16 * K]
        40 * K     | -1             || [8 * K, 16 * K, 32 * K, 64 * K]
        64 * K     | 64 * K         || [64 * K]
        64 * K + 1 | 64 * K + 1     || [64 * K]
        3000 * K   | 3000 * K       || [64 * K, 2048 * K, 3000 * K]
        70 * K     | Long.MAX_VALUE || [64 * K, 2048 * K]
        9          | 5              || [5, 8 * K]
        9 * K + 2  | 9 * K          || [9 * K, 18 * K]
        5          | 9              || [9]
    }

    def 'an empty body needs no array'() {
        given:
        def source = new Source(new byte[0])
        def buffer = new BodyBuffer(0)

        when:
        buffer.fill(source, 100) { throw new AssertionError() }

        then:
        buffer.toBytes().length == 0
        source.arrays.empty
    }

    def 'a read that returns nothing yet does not end the body'() {
        given:
        def source = new Source('hello'.bytes) {
            int reads

            int read(byte[] target, int offset, int length) {
                reads++ == 0 ? 0 : super.read(target, offset, length)
            }
        }
        def buffer = new BodyBuffer(-1)

        when:
        buffer.fill(source, 100) { }

        then:
        buffer.toBytes() == 'hello'.bytes
    }

    def 'of #length bytes no more than one beyond the limit of #limit is read'() {
        given:
        def source = new Source(new byte[length])
        def buffer = new BodyBuffer(expected)

        when:
        buffer.fill(source, limit) { }

        then:
        buffer.toBytes().length == read
        source.available() == length - read

        where:
        length | limit | expected || read
        20     | 10    | -1       || 11
        20     | 10    | 20       || 11
        20     | 10    | 10       || 11
        20     | 10    | 11       || 11
        11     | 10    | -1       || 11
        10     | 10    | -1       || 10
        9      | 10    | -1       || 9
    }

    /** Records the arrays that are read into. */
    private static class Source extends ByteArrayInputStream {
        final List<byte[]> arrays = []

        Source(byte[] bytes) {
            super(bytes)
        }

        @Override
        int read(byte[] target, int offset, int length) {
            assert length > 0
            if (arrays.empty || !arrays.last().is(target)) {
                arrays << target
            }
            super.read(target, offset, length)
        }
    }
}
