package io.github.partnercenter4j.sandbox.spec;

/**
 * Thrown if an OpenAPI document is not valid, or uses something that this model does not support.
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
     * Returns the place in the document.
     *
     * @return a JSON pointer (RFC 6901)
     */
    public String pointer() {
        return pointer;
    }
}
