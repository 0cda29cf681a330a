package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.benchmarks.PairedRounds.Results;
import io.github.partnercenter4j.benchmarks.subject.StatusCall;
import io.github.partnercenter4j.benchmarks.subject.Subject;
import io.github.partnercenter4j.client.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The benchmarks that start a process for each measurement. */
record Processes(ServerProcess server, PairedRounds rounds, Summary summary) {
    private static final int MAX_HEAP_MIB = 1024;

    /** The first decoded response of a fresh JVM, from its start to its end. */
    void firstResponse(List<Subject> subjects) throws Exception {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        subjects.forEach(subject -> commands.put(subject.label(), firstCall(subject, Format.JSON, 1, List.of())));
        add("first response", rounds.measureCommands(commands, Subject.BY_HAND.label()));
    }

    /**
     * The smallest heap with which a call succeeds. Unlike a peak of use, it does not depend on when the garbage collector
     * runs.
     */
    void smallestHeap(Format format, int items, List<Subject> subjects) throws IOException, InterruptedException {
        double baseline = smallestHeap(Subject.BY_HAND, format, items);
        for (Subject subject : subjects) {
            double bytes = subject == Subject.BY_HAND ? baseline : smallestHeap(subject, format, items);
            summary.add(Row.ofBytes("smallest heap", subject.label(), format.name(), items, bytes, baseline));
        }
    }

    private double smallestHeap(Subject subject, Format format, int items) throws IOException, InterruptedException {
        int fails = 2;
        int succeeds = MAX_HEAP_MIB;
        while (succeeds - fails > Math.max(1, succeeds / 50)) {
            int size = (fails + succeeds) / 2;
            List<String> options = List.of("-Xmx" + size + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
            if (Commands.succeeds(firstCall(subject, format, items, options))) {
                succeeds = size;
            } else {
                fails = size;
            }
        }
        return succeeds * 1024.0 * 1024;
    }

    private List<String> firstCall(Subject subject, Format format, int items, List<String> options) {
        PreparedResponse response = new PreparedResponse(format, items, true);
        return Commands.java(
                options, FirstCall.class, subject.name(), format.name(), server.baseUrl(subject, response));
    }

    /**
     * {@code pcorders status}, compared with starting the same jar as simply as possible, or with an earlier version.
     */
    void pcorders(Folders folders) throws Exception {
        Path token = Files.writeString(folders.root().resolve("benchmarks/target/token.txt"), StatusCall.TOKEN);
        List<String> arguments = List.of(
                "status",
                "--base-url",
                server.origin() + new PreparedResponse(Format.JSON, 1, true).path(),
                "--customer",
                StatusCall.CUSTOMER_ID,
                "--order",
                StatusCall.ORDER_ID,
                "--token-file",
                token.toString());
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("launcher", command(List.of(launcher(folders.root())), arguments));
        String baseline = folders.hasBefore() ? "before" : "java -jar";
        String jar = folders.root().resolve("cli/target/pcorders.jar").toString();
        List<String> simplest = List.of(Commands.JAVA, "-jar", jar);
        commands.put(
                baseline, command(folders.hasBefore() ? List.of(launcher(folders.before())) : simplest, arguments));
        // The first start builds the jar and its archive.
        for (List<String> command : commands.values()) {
            Commands.measure(command);
        }
        add("pcorders status", rounds.measureCommands(commands, baseline));
    }

    private static String launcher(Path root) {
        return root.resolve("pcorders").toString();
    }

    private static List<String> command(List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return command;
    }

    private void add(String benchmark, Results results) {
        results.costs()
                .keySet()
                .forEach(subject -> summary.add(
                        Row.of(benchmark, subject, Format.JSON.name(), 1, results, Row.Figures.TIME_AND_CPU)));
    }
}
