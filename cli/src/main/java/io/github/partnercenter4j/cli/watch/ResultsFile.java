package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.watch.OrderResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of a watch as a file with one JSON object a line, in the order of their numbers. It is a copy of the beginning
 * of the results table, so after a crash it is continued after its last complete line. One process at a time writes it.
 */
final class ResultsFile implements AutoCloseable {
    /** Locked in place of the content, which other programs may read while it grows. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int MAX_LINE = 16 << 20;

    private final FileChannel channel;
    private long end;
    private ResultJson.@Nullable Key last;

    private ResultsFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens or creates the file, and cuts an incomplete last line.
     *
     * @throws ResultsFileException if it is in use, or is not a results file; it is not changed then
     */
    static ResultsFile open(Path file) throws IOException, ResultsFileException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel);
            ResultsFile results = new ResultsFile(channel);
            results.repair();
            return results;
        } catch (IOException | ResultsFileException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel) throws IOException, ResultsFileException {
        FileLock lock;
        try {
            lock = channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new ResultsFileException("another pcorders writes it: stop that one, or name another file");
        }
    }

    private void repair() throws IOException, ResultsFileException {
        String start = text(0, (int) Math.min(channel.size(), ResultJson.START.length()));
        end = lineStart(channel.size());
        if (!ResultJson.START.startsWith(start) || end > 0 && !start.equals(ResultJson.START)) {
            throw new ResultsFileException("it is not a results file of pcorders: name another file");
        }
        if (end > 0) {
            long from = lineStart(end - 1);
            last = ResultJson.key(text(from, (int) (end - from)));
            if (last == null) {
                throw new ResultsFileException("its last line is not a result: name another file, or delete this one");
            }
        }
        channel.truncate(end);
    }

    /** Returns where the line begins that contains the byte before a position. */
    private long lineStart(long position) throws IOException, ResultsFileException {
        byte[] block = new byte[8192];
        for (long to = position; to > 0; to -= block.length) {
            int length = (int) Math.min(block.length, to);
            ByteBuffer bytes = ByteBuffer.wrap(block, 0, length);
            readFully(bytes, to - length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return to - length + i + 1;
                }
            }
            if (position - to > MAX_LINE) {
                throw new ResultsFileException("it is not a results file of pcorders: name another file");
            }
        }
        return 0;
    }

    private String text(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        readFully(bytes, from);
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    private void readFully(ByteBuffer bytes, long from) throws IOException {
        long position = from;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, position);
            if (read < 0) {
                throw new IOException("The file became shorter while it was read");
            }
            position += read;
        }
    }

    /**
     * Checks that the last line is from this watch.
     *
     * @throws ResultsFileException if it is another result than that with its number
     */
    void requireFrom(WatchView watch) throws ResultsFileException {
        if (last != null) {
            List<OrderResult> same = watch.results(last.number() - 1, 1);
            if (same.isEmpty() || !ResultJson.Key.of(same.get(0)).equals(last)) {
                throw new ResultsFileException(
                        "its results are not from this store: name the file that belongs to the store, or a new one");
            }
        }
    }

    /** Returns the number of the last result, or 0. */
    long lastNumber() {
        return last == null ? 0 : last.number();
    }

    /**
     * Adds the results that follow the last line, and forces them to disk. Earlier ones are skipped. If it fails, the same
     * results can be added again.
     *
     * @throws IOException if they cannot be written, for example because the disk is full
     */
    void add(List<OrderResult> results) throws IOException {
        StringBuilder lines = new StringBuilder();
        OrderResult latest = null;
        for (OrderResult result : results) {
            long previous = latest == null ? lastNumber() : latest.number();
            if (result.number() > previous) {
                if (result.number() != previous + 1) {
                    throw new IllegalStateException("Result " + result.number() + " follows " + previous);
                }
                lines.append(ResultJson.write(result)).append('\n');
                latest = result;
            }
        }
        if (latest == null) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
        long position = end;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        channel.force(false);
        // Only now: after a failure, the next attempt overwrites what was written in part.
        end = position;
        last = ResultJson.Key.of(latest);
    }

    /** Cuts what an attempt to write may have left, and releases the file. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(end);
        }
    }
}
