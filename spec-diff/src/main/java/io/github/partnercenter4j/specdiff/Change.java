package io.github.partnercenter4j.specdiff;

/**
 * One difference between two OpenAPI documents.
 *
 * @param kind what the change means for callers
 * @param place the changed element, such as {@code schema Thing > property count}
 * @param text what changed there
 */
public record Change(Kind kind, String place, String text) {
    /** What a change means for callers. */
    public enum Kind {
        /** Something was added. Callers can ignore it. */
        ADDED,
        /** Something changed, but no caller is affected. */
        CHANGED,
        /** Callers have to change their code, or get different responses. */
        BREAKING
    }

    @Override
    public String toString() {
        return place + ": " + text;
    }
}
