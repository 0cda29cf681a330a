package io.github.partnercenter4j.cli.command;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes a command so that it can be pasted into the shell of this system, Windows or POSIX. */
final class ShellLine {
    static final boolean IS_WINDOWS = File.separatorChar == '\\';

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@+-]+");
    private static final Pattern PLAIN_ON_WINDOWS = Pattern.compile("[A-Za-z0-9_./:=@+\\\\-]+");

    private ShellLine() {}

    static String of(List<String> words) {
        return words.stream()
                .map(word -> IS_WINDOWS ? windowsWord(word) : posixWord(word))
                .collect(Collectors.joining(" "));
    }

    static String posixWord(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** On Windows, paths, URLs and ids contain no quotes. */
    static String windowsWord(String word) {
        return PLAIN_ON_WINDOWS.matcher(word).matches() ? word : '"' + word + '"';
    }
}
