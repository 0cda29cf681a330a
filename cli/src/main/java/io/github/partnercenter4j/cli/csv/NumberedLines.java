package io.github.partnercenter4j.cli.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads lines that end with LF, CRLF or CR. Of a longer line than the limit, only the beginning is kept. */
final class NumberedLines implements AutoCloseable {
    static final int MAX_LENGTH = 65_536;

    /** A line without its end. */
    record Line(long number, String text) {
        boolean isTooLong() {
            return text.length() > MAX_LENGTH;
        }
    }

    private final BufferedReader reader;
    private final Deque<Line> returned = new ArrayDeque<>();
    private long number;
    private boolean afterCarriageReturn;

    NumberedLines(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** Returns the next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        if (!returned.isEmpty()) {
            return returned.removeFirst();
        }
        StringBuilder text = new StringBuilder();
        int c = reader.read();
        if (c == '\n' && afterCarriageReturn) {
            c = reader.read();
        }
        afterCarriageReturn = false;
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
            if (text.length() <= MAX_LENGTH) {
                text.append((char) c);
            }
        }
        afterCarriageReturn = c == '\r';
        return new Line(++number, text.toString());
    }

    /** Returns a line, which then is the next again. */
    void giveBack(Line line) {
        returned.addFirst(line);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
