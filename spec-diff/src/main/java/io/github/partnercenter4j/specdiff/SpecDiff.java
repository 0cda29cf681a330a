package io.github.partnercenter4j.specdiff;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Compares the OpenAPI document with the released one, writes the reports, and fails on an unannounced breaking change. */
public final class SpecDiff {
    private SpecDiff() {}

    /**
     * Runs the comparison.
     *
     * @param arguments the released document, the current document, and the directory for the reports
     * @throws IOException if a file cannot be read or written
     * @throws IllegalStateException if a change is breaking and the major version was not raised
     */
    public static void main(String[] arguments) throws IOException {
        run(arguments, System.out);
    }

    static void run(String[] arguments, PrintStream out) throws IOException {
        Path directory = Path.of(arguments[2]);
        Comparison comparison =
                Comparison.of(Files.readString(Path.of(arguments[0])), Files.readString(Path.of(arguments[1])));
        new Report(comparison).write(directory);
        comparison.changes().forEach(change -> out.println(change.kind() + ": " + change));
        out.println(comparison.advice());
        out.println("Reports: " + directory.resolve("report.md") + " and " + directory.resolve("report.html"));
        Optional<String> objection = comparison.objection();
        if (objection.isPresent()) {
            throw new IllegalStateException(objection.get());
        }
    }
}
