package io.github.partnercenter4j.cli.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the command that started this program, for commands that a user can paste into a shell. */
final class JavaCommandLine {
    /** Set by the launcher to its own name, as it was typed. */
    static final String LAUNCHER = "pcorders.command";

    /** By name, because packages import one way: from Main down to the commands. */
    private static final String MAIN_CLASS = "io.github.partnercenter4j.cli.Main";

    private JavaCommandLine() {}

    static List<String> words() {
        return words(
                System.getProperty(LAUNCHER), System.getProperty("java.home"), System.getProperty("java.class.path"));
    }

    /** Returns the name of the launcher, or java with the jar as it was typed. Without both, it works from any folder. */
    static List<String> words(@Nullable String launcher, String javaHome, String classPath) {
        if (launcher != null) {
            return List.of(launcher);
        } else if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
            return List.of("java", "-jar", classPath);
        }
        String absolute = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(classPath)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(Path.of(javaHome, "bin", "java").toString(), "-cp", absolute, MAIN_CLASS);
    }
}
