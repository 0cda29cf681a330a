package io.github.partnercenter4j.client.entra;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a token file: a lock of the operating system on an empty file beside it, which ends with the process. The
 * token file itself cannot be locked, because it is replaced with each save.
 */
final class FileStoreLock implements TokenStore.Lock {
    /** The locks of this JVM. POSIX would release one as soon as any other channel to the file is closed. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileStoreLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Tries to lock.
     *
     * @param store the token file, not a symbolic link
     * @return null if another thread or process holds the lock
     * @throws IOException if there is no place for the lock
     */
    static @Nullable FileStoreLock tryLock(Path store) throws IOException {
        Path folder = store.getParent().toRealPath();
        Path file = folder.resolve(store.getFileName() + ".lock");
        if (!HELD.add(file)) {
            return null;
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = open(file, folder);
            Object opened = key(file);
            // The holder before deleted its file, which another process may have opened meanwhile.
            locked = channel.tryLock() != null && Objects.equals(opened, key(file)) && Files.exists(file);
        } finally {
            if (!locked) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(file);
            }
        }
        return locked ? new FileStoreLock(file, channel) : null;
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
                : null;
    }

    private static FileChannel open(Path file, Path folder) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE), TokenFile.forOwnerOnly(folder));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        } finally {
            HELD.remove(file);
        }
    }
}
