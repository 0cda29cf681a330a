package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.benchmarks.subject.Subject;
import io.github.partnercenter4j.client.Format;
import java.nio.file.Path;
import java.util.List;

/**
 * A part of a run, which has a JVM of its own: code that the JVM compiled for one format, or for many clients, does not slow
 * down what is measured after it.
 */
enum Part {
    JSON {
        @Override
        void measure(ServerProcess server, Form form, PairedRounds rounds, Folders folders, Summary summary)
                throws Exception {
            Calls calls = new Calls(server, rounds, summary);
            format(calls, Format.JSON, form);
            calls.threads(form.subjects().stream()
                    .filter(subject -> subject != Subject.FLOOR && !subject.isStock())
                    .toList());
        }
    },
    XML {
        @Override
        void measure(ServerProcess server, Form form, PairedRounds rounds, Folders folders, Summary summary)
                throws Exception {
            format(new Calls(server, rounds, summary), Format.XML, form);
        }
    },
    PROCESSES {
        @Override
        void measure(ServerProcess server, Form form, PairedRounds rounds, Folders folders, Summary summary)
                throws Exception {
            Processes processes = new Processes(server, rounds, summary);
            for (Format format : Format.values()) {
                for (int items : List.of(10_000, 100_000)) {
                    processes.smallestHeap(format, items, OURS_AND_BY_HAND);
                }
            }
            processes.firstResponse(FIRST);
            processes.pcorders(folders);
        }
    };

    private static final List<Subject> OURS_AND_BY_HAND = List.of(Subject.OURS, Subject.BY_HAND);
    private static final List<Subject> FIRST = List.of(Subject.OURS, Subject.BY_HAND, Subject.STOCK_FEIGN_HC5);

    abstract void measure(ServerProcess server, Form form, PairedRounds rounds, Folders folders, Summary summary)
            throws Exception;

    /**
     * Measures one part.
     *
     * @param args the part, the form, the number of rounds, the file for the results, and the folders
     */
    public static void main(String[] args) throws Exception {
        Form form = Form.valueOf(args[1]);
        Summary summary = new Summary();
        try (ServerProcess server = ServerProcess.start()) {
            valueOf(args[0])
                    .measure(
                            server,
                            form,
                            form.rounds(Integer.parseInt(args[2])),
                            new Folders(Path.of(args[4]), Path.of(args[5])),
                            summary);
        }
        summary.write(Path.of(args[3]));
        // Libraries leave threads that are not daemons.
        System.exit(0);
    }

    private static void format(Calls calls, Format format, Form form) throws Exception {
        for (int items : form.items()) {
            calls.decoding(format, items);
        }
        List<Subject> subjects =
                form.subjects().stream().filter(Subject.of(format)::contains).toList();
        for (int items : form.items()) {
            calls.call(format, items, subjects);
        }
        if (form == Form.FULL) {
            calls.call(format, 100_000, OURS_AND_BY_HAND);
        }
    }
}
