package io.github.partnercenter4j.watch.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that one process at a time holds. The operating system frees it when the process ends, however it ends. POSIX also
 * frees it when the process closes any other channel of the file, so this class never opens a second one.
 */
final class LockFile implements Closeable {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates the file if there is none. Returns null if this process or another one holds it.
     *
     * @param file an absolute path
     * @throws IOException if its folder does not exist, or the file cannot be written
     */
    static @Nullable LockFile take(Path file) throws IOException {
        Path path = file.resolveSibling("").toRealPath().resolve(file.getFileName());
        if (!HELD.add(path)) {
            return null;
        }
        boolean held = false;
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                held = channel.tryLock() != null;
            } finally {
                if (!held) {
                    channel.close();
                }
            }
            return held ? new LockFile(path, channel) : null;
        } finally {
            if (!held) {
                HELD.remove(path);
            }
        }
    }

    /** Frees the file. Has no effect the second time, when another one may hold it. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(path);
        }
    }
}
