package io.github.partnercenter4j.sandbox.spec;

/**
 * The document says something that is not valid, or that this reading of it does not understand.
 *
 * @serial exclude
 */
public final class SpecException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String pointer;

    SpecException(String pointer, String problem) {
        super("#" + pointer + ": " + problem);
        this.pointer = pointer;
    }

    /**
     * The place in the document.
     *
     * @return a JSON pointer (RFC 6901)
     */
    public String pointer() {
        return pointer;
    }
}
