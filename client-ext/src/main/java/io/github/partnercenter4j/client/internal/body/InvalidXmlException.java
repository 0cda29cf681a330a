package io.github.partnercenter4j.client.internal.body;

import javax.xml.stream.XMLStreamException;

/** Well-formed XML that this package rejects. Its message, unlike a parser's, does not quote the XML. */
final class InvalidXmlException extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    InvalidXmlException(String message) {
        super(message);
    }

    /** Describes why XML was rejected, without quoting it. */
    static String describe(XMLStreamException e) {
        if (e instanceof InvalidXmlException) {
            return e.getMessage();
        }
        return e.getLocation() == null
                ? "malformed"
                : "malformed (line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber() + ")";
    }
}
