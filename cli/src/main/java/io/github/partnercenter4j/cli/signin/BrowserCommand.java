package io.github.partnercenter4j.cli.signin;

import io.github.partnercenter4j.client.CredentialException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Opens a page with the commands in the environment variable BROWSER. As with xdg-open, they are separated like the entries
 * of a path and tried in turn. A command consists of words separated by blanks, the URL of the page replaces the word %s,
 * and without %s the URL is appended.
 */
final class BrowserCommand {
    static final String VARIABLE = "BROWSER";

    /** A command that has failed ends sooner. One that runs longer is the browser. */
    private static final int SECONDS_TO_FAIL = 3;

    private final List<String> commands;

    BrowserCommand(String commands) {
        this.commands = Arrays.stream(commands.split(Pattern.quote(File.pathSeparator)))
                .map(String::strip)
                .filter(command -> !command.isEmpty())
                .toList();
    }

    /**
     * Opens a page.
     *
     * @return false if all commands failed
     * @throws CredentialException if none of the commands can be run
     */
    boolean open(URI page) {
        boolean anyRan = false;
        for (String command : commands) {
            try {
                if (open(command, page)) {
                    return true;
                }
                anyRan = true;
            } catch (IOException e) {
                // The next command may be there.
            }
        }
        if (!anyRan) {
            throw new CredentialException(
                    "No token: the command in " + VARIABLE + " cannot be run. What to do: correct it, or sign in with"
                            + " --device-code",
                    null);
        }
        return false;
    }

    private static boolean open(String command, URI page) throws IOException {
        Process process = new ProcessBuilder(words(command, page))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try {
            return !process.waitFor(SECONDS_TO_FAIL, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException("No token: interrupted while opening the browser", e);
        }
    }

    List<String> words(URI page) {
        return words(commands.get(0), page);
    }

    private static List<String> words(String command, URI page) {
        List<String> words = new ArrayList<>(List.of(command.split(" +")));
        boolean placed = words.contains("%s");
        words.replaceAll(word -> word.equals("%s") ? page.toString() : word);
        if (!placed) {
            words.add(page.toString());
        }
        return words;
    }
}
