package io.github.partnercenter4j.client.entra;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a secret to a file: by replacing the file, which is atomic, or else in place. A file that was mounted cannot be
 * replaced, nor can one in a read-only folder.
 */
final class TokenFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    /** More than the tokens need. */
    private static final byte[] PROBE = new byte[32 * 1024];

    private final Path file;

    /** Creates the writer of a file that is not a symbolic link. */
    TokenFile(Path file) {
        this.file = file;
    }

    /**
     * Writes the text.
     *
     * @throws IOException if it cannot be written; the file then holds what it held before
     */
    void write(byte[] text) throws IOException {
        requireRegularFile();
        try {
            createFolder();
            replace(text);
        } catch (IOException e) {
            if (!Files.isRegularFile(file)) {
                throw e;
            }
            overwrite(text);
        }
    }

    /** Finds out whether writing will work, without a change of the file. */
    void requireWritable() throws IOException {
        requireRegularFile();
        try {
            createFolder();
            Files.delete(draft(PROBE));
        } catch (IOException e) {
            if (!Files.isRegularFile(file)) {
                throw e;
            }
            FileChannel.open(file, StandardOpenOption.WRITE).close();
        }
    }

    /** Refuses a folder, a device and a pipe. A file that is missing is accepted. */
    void requireRegularFile() throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(
                    file.toString(), null, Files.isDirectory(file) ? "it is a folder" : "it is not a regular file");
        }
    }

    private void createFolder() throws IOException {
        // createDirectories of Java 17 fails if the folder is a symbolic link.
        if (!Files.isDirectory(file.getParent())) {
            Files.createDirectories(file.getParent());
        }
    }

    private void replace(byte[] text) throws IOException {
        Path draft = draft(text);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path draft(byte[] text) throws IOException {
        Path folder = file.getParent();
        Path draft = Files.createTempFile(folder, file.getFileName() + ".", ".tmp", forOwnerOnly(folder));
        try {
            Files.write(draft, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            return draft;
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    private void overwrite(byte[] text) throws IOException {
        hideFromOthers();
        byte[] before = Files.readAllBytes(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            try {
                // The end first: on a full disk this fails before anything is overwritten.
                int common = Math.min(before.length, text.length);
                write(channel, text, common, text.length);
                write(channel, text, 0, common);
                channel.truncate(text.length);
                channel.force(true);
            } catch (IOException e) {
                write(channel, before, 0, before.length);
                channel.truncate(before.length);
                throw e;
            }
        }
    }

    private static void write(FileChannel channel, byte[] text, int from, int to) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(text, from, to - from);
        while (rest.hasRemaining()) {
            channel.write(rest, rest.position());
        }
    }

    private void hideFromOthers() throws IOException {
        if (isPosix(file) && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            try {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            } catch (IOException e) {
                throw new FileSystemException(
                        file.toString(), null, "other users may read it, and its permissions cannot be changed");
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The attribute that creates a file which only its owner can read and write. */
    static FileAttribute<?> forOwnerOnly(Path folder) throws IOException {
        if (isPosix(folder)) {
            return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        }
        UserPrincipal owner = folder.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        return new OwnerOnly(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
    }

    /** An access control list without inheritance, for Windows. */
    private record OwnerOnly(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
