package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.benchmarks.subject.Subject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How much is measured.
 */
enum Form {
    /** Everything, several times. Writes the figures of docs/performance.md. */
    FULL(
            List.of(Part.values()),
            List.of(1, 100, 10_000),
            Arrays.asList(Subject.values()),
            Duration.ofMillis(1500),
            Duration.ofMillis(60)),
    /** The calls and decoding with goals, in less than two minutes. Fails if a goal is missed that was met before. */
    SHORT(
            List.of(Part.JSON, Part.XML),
            List.of(1, 100),
            List.of(Subject.OURS, Subject.BY_HAND),
            Duration.ofSeconds(1),
            Duration.ofMillis(15));

    private final List<Part> parts;
    private final List<Integer> items;
    private final List<Subject> subjects;
    private final Duration warmUp;
    private final Duration round;

    Form(List<Part> parts, List<Integer> items, List<Subject> subjects, Duration warmUp, Duration round) {
        this.parts = parts;
        this.items = items;
        this.subjects = subjects;
        this.warmUp = warmUp;
        this.round = round;
    }

    List<Part> parts() {
        return parts;
    }

    /** The numbers of line items. */
    List<Integer> items() {
        return items;
    }

    List<Subject> subjects() {
        return subjects;
    }

    PairedRounds rounds(int count) {
        return new PairedRounds(count, warmUp, round);
    }
}
