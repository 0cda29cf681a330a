package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.benchmarks.Meter.Work;
import io.github.partnercenter4j.benchmarks.PairedRounds.Results;
import io.github.partnercenter4j.benchmarks.subject.HandWrittenDecoder;
import io.github.partnercenter4j.benchmarks.subject.StatusCall;
import io.github.partnercenter4j.benchmarks.subject.Subject;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.internal.body.BodyDecoder;
import io.github.partnercenter4j.client.internal.body.Mappers;
import io.github.partnercenter4j.client.internal.body.MediaType;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The benchmarks within one process. */
record Calls(ServerProcess server, PairedRounds rounds, Summary summary) {
    private static final int THREADS = 64;
    private static final String BASELINE = Subject.BY_HAND.label();

    /** One call on an open connection, from one thread. */
    void call(Format format, int items, List<Subject> subjects) throws Exception {
        Map<String, StatusCall> calls = open(format, items, subjects);
        Map<String, Work> works = new LinkedHashMap<>();
        calls.forEach((subject, call) -> works.put(subject, count -> {
            for (int i = 0; i < count; i++) {
                call.get();
            }
        }));
        add("call", format, items, rounds.measure(works, BASELINE), Row.Figures.ALL);
        close(calls);
    }

    /** A call in each of 64 threads at once. The time is the time until all 64 have ended. */
    void threads(List<Subject> subjects) throws Exception {
        Map<String, StatusCall> calls = open(Format.JSON, 1, subjects);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Map<String, Work> works = new LinkedHashMap<>();
        calls.forEach((subject, call) -> works.put(subject, count -> {
            Callable<Void> task = () -> {
                for (int i = 0; i < count; i++) {
                    call.get();
                }
                return null;
            };
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tasks.add(task);
            }
            for (Future<Void> result : threads.invokeAll(tasks)) {
                result.get();
            }
        }));
        add("64 threads", Format.JSON, 1, rounds.measure(works, BASELINE), Row.Figures.TIME);
        threads.shutdown();
        close(calls);
    }

    /** Decoding alone, compared with streaming parsers. */
    void decoding(Format format, int items) throws Exception {
        PreparedResponse response = new PreparedResponse(format, items, true);
        byte[] body = response.body();
        HandWrittenDecoder streaming = HandWrittenDecoder.streaming(format);
        BodyDecoder ours = new BodyDecoder(Mappers.json());
        MediaType type = MediaType.parse(HandWrittenDecoder.accept(format) + "; charset=utf-8");
        Map<String, Work> works = new LinkedHashMap<>();
        works.put(Subject.OURS.label(), count -> {
            for (int i = 0; i < count; i++) {
                ours.decode(body, type, OrderLineItemProvisioningStatusCollection.class);
            }
        });
        works.put(BASELINE, count -> {
            for (int i = 0; i < count; i++) {
                streaming.decode(body);
            }
        });
        requireCorrect(BASELINE, response, streaming.decode(body));
        add("decoding", format, items, rounds.measure(works, BASELINE), Row.Figures.ALL);
    }

    private Map<String, StatusCall> open(Format format, int items, List<Subject> subjects) throws Exception {
        PreparedResponse response = new PreparedResponse(format, items, true);
        Map<String, StatusCall> calls = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            StatusCall call = subject.open(server.baseUrl(subject, response), format);
            requireCorrect(subject.label(), response, call.get());
            calls.put(subject.label(), call);
        }
        return calls;
    }

    private static void requireCorrect(String subject, PreparedResponse response, Object value) {
        if (!StatusCall.toRecord(value).equals(response.value())) {
            throw new IllegalStateException(subject + " decodes " + response + " as " + value);
        }
    }

    private void add(String benchmark, Format format, int items, Results results, Row.Figures figures) {
        results.costs()
                .keySet()
                .forEach(subject -> summary.add(Row.of(benchmark, subject, format.name(), items, results, figures)));
    }

    private static void close(Map<String, StatusCall> calls) throws Exception {
        for (StatusCall call : calls.values()) {
            call.close();
        }
    }
}
