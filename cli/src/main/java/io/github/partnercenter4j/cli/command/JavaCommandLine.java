package io.github.partnercenter4j.cli.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds the command line that starts this program again from any folder. */
final class JavaCommandLine {
    /** By name, because packages import one way: from Main down to the commands. */
    private static final String MAIN_CLASS = "io.github.partnercenter4j.cli.Main";

    private JavaCommandLine() {}

    static List<String> words() {
        return words(System.getProperty("java.home"), System.getProperty("java.class.path"));
    }

    static List<String> words(String javaHome, String classPath) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(javaHome, "bin", "java").toString());
        String absolute = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(classPath)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        if (absolute.endsWith(".jar") && !absolute.contains(File.pathSeparator)) {
            words.addAll(List.of("-jar", absolute));
        } else {
            words.addAll(List.of("-cp", absolute, MAIN_CLASS));
        }
        return words;
    }
}
