package io.github.partnercenter4j.client.internal.body;

import javax.xml.stream.XMLStreamException;

/** Well-formed XML that a rule of ours refuses. Its message, unlike a parser's, quotes nothing of the document. */
final class InvalidXmlException extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    InvalidXmlException(String message) {
        super(message);
    }

    /** Says what is wrong with a document without quoting it. */
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
