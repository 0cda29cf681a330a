package io.github.partnercenter4j.cli.signin;

import io.github.partnercenter4j.client.CredentialException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Opens a page with the command in the environment variable BROWSER. As with xdg-open, the command consists of words
 * separated by blanks, the URL of the page replaces the word %s, and without %s the URL is appended.
 */
public final class BrowserCommand implements Consumer<URI> {
    public static final String VARIABLE = "BROWSER";

    private final String command;

    public BrowserCommand(String command) {
        this.command = command;
    }

    @Override
    public void accept(URI page) {
        try {
            new ProcessBuilder(words(page))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CredentialException(
                    "No token: the command in " + VARIABLE + " cannot be run. What to do: correct it, or sign in with"
                            + " --device-code",
                    null);
        }
    }

    List<String> words(URI page) {
        // BROWSER may list several commands, separated like a path. Only the first is used.
        String first = command.split(Pattern.quote(File.pathSeparator), 2)[0].strip();
        List<String> words = new ArrayList<>(List.of(first.split(" +")));
        boolean placed = words.contains("%s");
        words.replaceAll(word -> word.equals("%s") ? page.toString() : word);
        if (!placed) {
            words.add(page.toString());
        }
        return words;
    }
}
