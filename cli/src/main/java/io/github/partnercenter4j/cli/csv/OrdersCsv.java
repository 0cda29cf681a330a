package io.github.partnercenter4j.cli.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.partnercenter4j.cli.csv.NumberedLines.Line;
import io.github.partnercenter4j.watch.WatchedOrder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders from CSV (RFC 4180), line by line. The separator is a comma, semicolon or tab, whichever separates the names of
 * the columns. A bad line is reported, and reading goes on after it: a quote that nobody closes spoils one line only.
 */
public final class OrdersCsv implements AutoCloseable {
    private static final int MAX_LINES_OF_A_RECORD = 100;
    private static final String SEPARATORS = ",;\t";
    /** How a ZIP file begins, and so a workbook. */
    private static final String ZIP = "PK\u0003\u0004";

    /** Excel's own line for the separator. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=(.)");

    private final NumberedLines lines;
    private final Consumer<BadLine> badLines;
    private final CsvReader.CsvReaderBuilder csv =
            CsvReader.builder().allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(false);
    private final OrdersHeader header;

    /**
     * Reads the header.
     *
     * @param in the file, which is closed with this reader
     * @param badLines is called for each line that is not an order
     * @throws OrdersFileException if there is no header with both ids
     */
    public OrdersCsv(InputStream in, Consumer<BadLine> badLines) throws IOException, OrdersFileException {
        this.lines = new NumberedLines(CsvEncoding.reader(in));
        this.badLines = badLines;
        this.header = readHeader();
    }

    private OrdersHeader readHeader() throws IOException, OrdersFileException {
        Line line = nextWithText();
        String separators = SEPARATORS;
        Matcher declared = line == null ? null : SEPARATOR_LINE.matcher(line.text());
        if (declared != null && declared.matches()) {
            separators = declared.group(1);
            line = nextWithText();
        }
        if (line == null) {
            throw new OrdersFileException("it is empty: the first line must be customerId,orderId");
        }
        if (line.text().startsWith(ZIP)) {
            throw new OrdersFileException("it is a workbook or another ZIP file: save the sheet as \"CSV UTF-8\"");
        }
        if (line.text().indexOf('\0') >= 0 || line.text().indexOf(CsvEncoding.INVALID) >= 0) {
            throw new OrdersFileException("its first line is not text in UTF-8: save the file as \"CSV UTF-8\"");
        }
        OrdersFileException failure = null;
        for (char separator : separators.toCharArray()) {
            csv.fieldSeparator(separator);
            try {
                List<String> names = line.isTooLong() ? null : fields(line.text());
                if (names != null) {
                    return OrdersHeader.of(names);
                }
            } catch (OrdersFileException e) {
                // The message for the separator that is in the line names its columns.
                failure = failure == null || line.text().indexOf(separator) >= 0 ? e : failure;
            } catch (IllegalArgumentException e) {
                // The line is not CSV with this separator.
                continue;
            }
        }
        throw failure != null
                ? failure
                : new OrdersFileException("the first line is not CSV: it must be customerId,orderId");
    }

    private @Nullable Line nextWithText() throws IOException {
        Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    /**
     * Reads the next order.
     *
     * @return null at the end
     * @throws IOException if the file cannot be read
     */
    public @Nullable WatchedOrder next() throws IOException {
        while (true) {
            Line first = nextWithText();
            if (first == null) {
                return null;
            }
            List<Line> further = new ArrayList<>();
            try {
                List<String> fields = record(first, further);
                if (!fields.stream().allMatch(String::isBlank)) {
                    return header.order(fields);
                }
            } catch (IllegalArgumentException e) {
                badLines.accept(new BadLine(first.number(), String.valueOf(e.getMessage())));
                for (int i = further.size() - 1; i >= 0; i--) {
                    lines.giveBack(further.get(i));
                }
            }
        }
    }

    /** Returns the fields of the record that begins with a line, and adds its other lines to a list. */
    private List<String> record(Line first, List<Line> further) throws IOException {
        StringBuilder text = new StringBuilder(checked(first));
        while (true) {
            List<String> fields = fields(text.toString());
            if (fields != null) {
                return fields;
            }
            boolean mayGoOn = further.size() < MAX_LINES_OF_A_RECORD && text.length() <= NumberedLines.MAX_LENGTH;
            Line next = mayGoOn ? lines.next() : null;
            if (next == null) {
                throw new IllegalArgumentException("a quote is opened, but not closed");
            }
            further.add(next);
            text.append('\n').append(checked(next));
        }
    }

    private static String checked(Line line) {
        if (line.isTooLong()) {
            throw new IllegalArgumentException("is longer than " + NumberedLines.MAX_LENGTH + " characters");
        }
        if (line.text().indexOf(CsvEncoding.INVALID) >= 0) {
            throw new IllegalArgumentException("is not UTF-8: save the file as \"CSV UTF-8\"");
        }
        return line.text();
    }

    /** Returns the fields of a record, or null if a quote is still open at the end of the text. */
    private @Nullable List<String> fields(String text) {
        try {
            if (text.indexOf('"') < 0) {
                return csv.ofSingleCsvRecord(text).getFields();
            }
            // If the quote is open, the further line belongs to the same record.
            List<CsvRecord> records = csv.ofCsvRecord(text + "\nend").stream().toList();
            return records.size() == 1 ? null : records.get(0).getFields();
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("there is text after a closing quote", e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
