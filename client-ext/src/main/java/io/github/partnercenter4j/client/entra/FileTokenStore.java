package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TokenStore} in a file. Other users can never read the text, not even while the file is written. Symbolic links
 * are followed, and stay links.
 */
final class FileTokenStore implements TokenStore {
    /** As on Linux. */
    private static final int MAX_LINKS = 40;

    private final Path file;

    FileTokenStore(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public @Nullable String load() {
        try {
            Path target = target();
            // A pipe would be waited for, and its tokens could not be saved.
            new TokenFile(target).requireRegularFile();
            String text = Files.readString(target);
            return text.isBlank() ? null : text;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new CredentialException(
                    "The token file " + file + " cannot be read: " + reason(e)
                            + ". What to do: run this as the owner of the file, or use another file",
                    e);
        }
    }

    @Override
    public void save(String tokens) {
        try {
            new TokenFile(target()).write(tokens.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw notSaved(e);
        }
    }

    @Override
    public void requireWritable() {
        try {
            new TokenFile(target()).requireWritable();
        } catch (IOException e) {
            throw notSaved(e);
        }
    }

    @Override
    public @Nullable Lock tryLock() {
        try {
            return FileStoreLock.tryLock(target());
        } catch (IOException e) {
            // Without a place for the lock, processes still find each other's tokens in the file.
            return () -> {};
        }
    }

    private CredentialException notSaved(IOException e) {
        return new CredentialException(
                "The tokens cannot be saved to " + file + ": " + reason(e)
                        + ". What to do: make its folder writable, with free space, or use another file",
                e);
    }

    /** Follows links by hand, because the last one may lead to a file that does not exist yet. */
    private Path target() throws IOException {
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        } else if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        } else if (failure instanceof FileAlreadyExistsException) {
            return "a file is in the place of its folder";
        } else if (failure instanceof FileSystemLoopException) {
            return "it is a circle of symbolic links";
        } else if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    @Override
    public String toString() {
        return "TokenStore[" + file + "]";
    }
}
