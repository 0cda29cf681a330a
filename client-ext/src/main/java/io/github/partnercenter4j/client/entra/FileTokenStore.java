package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link TokenStore} in a file. Other users can never read the text, not even while the file is written. */
final class FileTokenStore implements TokenStore {
    private final Path file;

    FileTokenStore(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public @Nullable String load() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new CredentialException(
                    "The token file " + file + " cannot be read: run this as the owner of the file", e);
        }
    }

    @Override
    public void save(String tokens) {
        try {
            Path folder = file.getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, file.getFileName() + ".", ".tmp", forOwnerOnly(folder));
            try {
                Files.writeString(draft, tokens, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new CredentialException(
                    "The tokens cannot be saved to " + file + ": make its folder writable, or use another file", e);
        }
    }

    private static FileAttribute<?> forOwnerOnly(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
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

    @Override
    public String toString() {
        return "TokenStore[" + file + "]";
    }
}
