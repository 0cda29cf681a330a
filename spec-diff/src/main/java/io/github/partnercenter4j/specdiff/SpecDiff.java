package io.github.partnercenter4j.specdiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Compares the document with the released one, writes the reports, and fails where callers break unannounced. */
public final class SpecDiff {
    private SpecDiff() {}

    /**
     * Runs the comparison.
     *
     * @param arguments the released document, the document as it is, and the directory of the reports
     * @throws IOException if one of them cannot be read or written
     * @throws IllegalStateException if callers break and the major version says nothing of it
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[2]);
        Comparison comparison =
                Comparison.of(Files.readString(Path.of(arguments[0])), Files.readString(Path.of(arguments[1])));
        new Report(comparison).write(directory);
        comparison.changes().forEach(change -> System.out.println(change.kind() + ": " + change));
        System.out.println("Reports: " + directory.resolve("report.md") + " and " + directory.resolve("report.html"));
        Optional<String> objection = comparison.objection();
        if (objection.isPresent()) {
            throw new IllegalStateException(objection.get());
        }
    }
}
