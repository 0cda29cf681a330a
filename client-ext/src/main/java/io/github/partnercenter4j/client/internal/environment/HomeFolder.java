package io.github.partnercenter4j.client.internal.environment;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The home folder of the user, and paths that begin with it as {@code ~}, which shells do not expand in every place. */
public final class HomeFolder {
    private final Map<String, String> environment;

    public HomeFolder(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Returns the home folder: HOME, which the shell uses for {@code ~} too, or else what Java knows.
     *
     * @throws IllegalArgumentException if there is none: Java calls it "?" for a user whom the system does not know
     */
    public Path find() {
        return Stream.of(environment.get("HOME"), System.getProperty("user.home"))
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(home -> home.isAbsolute() && Files.isDirectory(home))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "your home folder is not known, or does not exist; set HOME to a folder, or name a"
                                + " file without ~"));
    }

    /**
     * Returns the file of the sign-in that is used if no option names one: the value of PARTNER_CENTER_STORE, or else a file
     * in the home folder.
     *
     * @throws IllegalArgumentException if there is no home folder, or the value cannot be a path
     */
    public Path signInFile() {
        String named = environment.getOrDefault(EnvironmentVariables.STORE, "");
        return named.isEmpty() ? find().resolve(".pcorders").resolve("sign-in.json") : resolve(named);
    }

    /**
     * Returns the path that a text names.
     *
     * @throws IllegalArgumentException if it cannot be a path, or begins with the home folder of somebody else; the message
     *     does not quote it
     */
    public Path resolve(String text) {
        String[] parts = text.split("[/" + (File.separatorChar == '\\' ? "\\\\" : "") + "]", 2);
        try {
            if (parts[0].equals("~")) {
                return find().resolve(parts.length == 2 ? parts[1].replaceFirst("^/+", "") : "");
            }
            if (parts[0].startsWith("~")) {
                throw new IllegalArgumentException(
                        "the home folder of another user is not looked up; name the file without ~, or begin with ./"
                                + " if ~ is part of its name");
            }
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "give the name of a file; this system has no file names with these characters");
        }
    }
}
