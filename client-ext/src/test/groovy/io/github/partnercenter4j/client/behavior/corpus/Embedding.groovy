package io.github.partnercenter4j.client.behavior.corpus

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets

/**
 * Puts a foreign document where the client ignores what it finds, so that it is refused only for not being well-formed:
 * by itself it is nearly always refused for its shape.
 */
@CompileStatic
enum Embedding {
    /** As the value of an unknown property. */
    JSON('application/json') {
        @Override
        byte[] embed(byte[] document) {
            around('{"items":[],"unknown":', text(document), '}')
        }
    },
    /** Within an unknown element, below the declaration that the document began with. Not for UTF-16, which has no such place in UTF-8. */
    XML('application/xml') {
        @Override
        byte[] embed(byte[] document) {
            String text = text(document)
            if (text.startsWith('\u00fe\u00ff') || text.startsWith('\u00ff\u00fe') || text.contains('\u0000')) {
                return null
            }
            def declaration = text =~ /^(?:\u00ef\u00bb\u00bf)?<\?xml\s[^>]*\?>/
            String head = declaration.find() ? declaration.group() : ''
            around(head + "<$ROOT><items/><unknown>", text.substring(head.length()), "</unknown></$ROOT>")
        }
    }

    private static final String ROOT = 'OrderLineItemProvisioningStatusCollection'

    final String mediaType

    private Embedding(String mediaType) {
        this.mediaType = mediaType
    }

    /** The document within another, byte for byte; null where that cannot be. */
    abstract byte[] embed(byte[] document)

    protected static String text(byte[] document) {
        new String(document, StandardCharsets.ISO_8859_1)
    }

    protected static byte[] around(String before, String document, String after) {
        (before + document + after).getBytes(StandardCharsets.ISO_8859_1)
    }
}
