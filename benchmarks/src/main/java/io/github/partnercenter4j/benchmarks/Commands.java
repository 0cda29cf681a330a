package io.github.partnercenter4j.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs and measures whole processes. */
final class Commands {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** The output of the shell's {@code times}: the user and system time of the children is its second line. */
    private static final Pattern CHILDREN = Pattern.compile("\\n([0-9]+)m([0-9.]+)s ([0-9]+)m([0-9.]+)s\\s*$");

    private Commands() {}

    /** The command line of a class of this module. */
    static List<String> java(List<String> options, Class<?> mainClass, String... args) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), mainClass.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** Runs a command once, and returns its wall time and the CPU time of all its processes. */
    static Meter.Cost measure(List<String> command) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("sh", "-c", "\"$0\" \"$@\" && times"));
        timed.addAll(command);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        long wall = System.nanoTime() - start;
        Matcher times = CHILDREN.matcher(output);
        if (exitCode != 0 || !times.find()) {
            throw new IllegalStateException(command + " failed with exit code " + exitCode + ":\n" + output);
        }
        return new Meter.Cost(wall, nanos(times.group(1), times.group(2)) + nanos(times.group(3), times.group(4)), 0);
    }

    private static double nanos(String minutes, String seconds) {
        return (60 * Double.parseDouble(minutes) + Double.parseDouble(seconds)) * 1e9;
    }

    /**
     * Runs a class of this module, and shows what it prints.
     *
     * @throws IllegalStateException if it fails
     */
    static void run(List<String> options, Class<?> mainClass, String... args) throws IOException, InterruptedException {
        List<String> command = java(options, mainClass, args);
        int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(command + " failed with exit code " + exitCode);
        }
    }

    /** Returns true if the command succeeds. */
    static boolean succeeds(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
