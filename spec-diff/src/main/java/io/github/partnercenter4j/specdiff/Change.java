package io.github.partnercenter4j.specdiff;

/**
 * One difference between two documents.
 *
 * @param kind what it means to a caller
 * @param place where it is, in words
 * @param text what happened there
 */
public record Change(Kind kind, String place, String text) {
    /** What a difference means to a caller. */
    public enum Kind {
        /** Something new, which no caller need look at. */
        ADDED,
        /** Something is different, and every caller goes on as before. */
        CHANGED,
        /** A caller must change something, or gets other answers than before. */
        BROKEN
    }

    @Override
    public String toString() {
        return place + " " + text;
    }
}
