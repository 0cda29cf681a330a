package io.github.partnercenter4j.client.behavior.corpus

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets

/**
 * Embeds a document where the client ignores the content, so that only a malformed document is rejected. By itself a
 * document of another corpus is nearly always rejected for its shape.
 */
@CompileStatic
enum Embedding {
    /** Embeds it as the value of an unknown property. */
    JSON('application/json') {
        @Override
        byte[] embed(byte[] document) {
            around('{"items":[],"unknown":', text(document), '}')
        }
    },
    /** Embeds it in an unknown element, below its own XML declaration. A UTF-16 document cannot be embedded in UTF-8. */
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

    /** Returns a document that contains the bytes of the given one, or null if it cannot be embedded. */
    abstract byte[] embed(byte[] document)

    protected static String text(byte[] document) {
        new String(document, StandardCharsets.ISO_8859_1)
    }

    protected static byte[] around(String before, String document, String after) {
        (before + document + after).getBytes(StandardCharsets.ISO_8859_1)
    }
}
