package io.github.partnercenter4j.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the benchmarks, each part in a new JVM. See docs/performance.md. */
public final class Benchmarks {
    /**
     * A method is compiled before it runs on. Otherwise the compiler of a busy machine is late, and a ratio compares slow
     * code.
     */
    private static final List<String> JVM_OPTIONS = List.of("-Xbatch", "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m");

    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param args the form, the number of rounds, the number of runs of the full form, the root of the project, and a clone
     *     of an earlier version or nothing
     * @throws IllegalStateException if a subject decodes a response wrongly
     * @throws Exception if a call fails, or the results cannot be written
     */
    public static void main(String[] args) throws Exception {
        Form form = Form.valueOf(args[0].toUpperCase(Locale.ROOT));
        int rounds = Integer.parseInt(args[1]);
        Folders folders = new Folders(Path.of(args[3]).toRealPath(), Path.of(args.length > 4 ? args[4] : ""));
        Report report = new Report(folders.root());
        if (form == Form.FULL) {
            List<List<Row>> runs = new ArrayList<>();
            for (int run = 0; run < Integer.parseInt(args[2]); run++) {
                runs.add(run(form, rounds, folders));
            }
            report.write(runs);
        } else {
            List<Row> rows = run(form, rounds, folders);
            report.writeSummary(rows);
            List<String> missed = Goal.missed(rows, report.recorded());
            missed.forEach(System.out::println);
            System.exit(missed.isEmpty() ? 0 : 1);
        }
    }

    private static List<Row> run(Form form, int rounds, Folders folders) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Part part : form.parts()) {
            Path file = folders.root().resolve("benchmarks/target/" + part + ".json");
            Commands.run(
                    JVM_OPTIONS,
                    Part.class,
                    part.name(),
                    form.name(),
                    "" + rounds,
                    file.toString(),
                    folders.root().toString(),
                    folders.before().toString());
            rows.addAll(Summary.read(file));
        }
        return rows;
    }
}
