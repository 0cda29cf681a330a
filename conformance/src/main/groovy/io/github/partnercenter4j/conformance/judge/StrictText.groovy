package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.nio.charset.Charset
import java.nio.charset.CodingErrorAction

/** Decodes text. An invalid byte is an error and does not become U+FFFD. */
@CompileStatic
class StrictText {
    static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes)).toString()
    }

    static String withoutMark(String text) {
        text.startsWith('\uFEFF') ? text.substring(1) : text
    }

    static boolean hasUtf8Mark(byte[] bytes) {
        bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
    }
}
