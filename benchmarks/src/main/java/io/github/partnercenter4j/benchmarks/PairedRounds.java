package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.benchmarks.Meter.Cost;
import io.github.partnercenter4j.benchmarks.Meter.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Measures several subjects in rounds. In a round each subject does the same work, a part of it in each of some turns, in random
 * order. A ratio compares two subjects of one round, so a machine that is busy for seconds slows down both. So does one that
 * moves the client and the server to the same processor for a moment, which makes a short call two times as fast.
 */
final class PairedRounds {
    private static final int WARM_UP_TURNS = 10;
    private static final int TURNS_OF_A_ROUND = 20;

    private final int rounds;
    private final Duration warmUp;
    private final Duration round;
    private final Random random = new Random(1);

    /**
     * Creates rounds.
     *
     * @param warmUp the CPU time of each subject before the first round
     * @param round the CPU time of the baseline in a round
     */
    PairedRounds(int rounds, Duration warmUp, Duration round) {
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.round = round;
    }

    /** What the rounds measured for each subject, in the order of the rounds. */
    record Results(Map<String, List<Cost>> costs, String baseline) {
        Quartiles values(String subject, ToDoubleFunction<Cost> value) {
            return Quartiles.of(
                    costs.get(subject).stream().map(value::applyAsDouble).toList());
        }

        /** The ratios to the baseline of the same round. */
        Quartiles ratios(String subject, ToDoubleFunction<Cost> value) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < costs.get(subject).size(); round++) {
                ratios.add(value.applyAsDouble(costs.get(subject).get(round))
                        / value.applyAsDouble(costs.get(baseline).get(round)));
            }
            return Quartiles.of(ratios);
        }
    }

    /** Measures one subject once. */
    @FunctionalInterface
    private interface Measurement {
        Cost of(String subject) throws Exception;
    }

    /** Warms up all subjects, then measures them. */
    Results measure(Map<String, Work> subjects, String baseline) throws Exception {
        int calls = warmUp(subjects, subjects.get(baseline));
        int turns = Math.min(calls, TURNS_OF_A_ROUND);
        return rounds(
                subjects.keySet(), baseline, turns, subject -> Meter.measure(subjects.get(subject), calls / turns));
    }

    /** Measures whole processes, which are not warmed up. */
    Results measureCommands(Map<String, List<String>> commands, String baseline) throws Exception {
        return rounds(commands.keySet(), baseline, 1, subject -> Commands.measure(commands.get(subject)));
    }

    private Results rounds(Set<String> subjects, String baseline, int turns, Measurement measurement) throws Exception {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        subjects.forEach(subject -> costs.put(subject, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            round(subjects, turns, measurement)
                    .forEach((subject, cost) -> costs.get(subject).add(cost));
        }
        return new Results(costs, baseline);
    }

    /** Returns the mean of the turns for each subject. */
    private Map<String, Cost> round(Set<String> subjects, int turns, Measurement measurement) throws Exception {
        Map<String, Cost> sums = new HashMap<>();
        List<String> order = new ArrayList<>(subjects);
        for (int turn = 0; turn < turns; turn++) {
            Collections.shuffle(order, random);
            for (String subject : order) {
                sums.merge(subject, measurement.of(subject).dividedBy(turns), Cost::plus);
            }
        }
        return sums;
    }

    /** Returns the number of calls with which the baseline fills a round. */
    private int warmUp(Map<String, Work> subjects, Work baseline) throws Exception {
        // In turns, so that the compiler sees all subjects before it decides.
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            for (Work work : subjects.values()) {
                repeat(work, warmUp.dividedBy(WARM_UP_TURNS));
            }
        }
        return repeat(baseline, round);
    }

    /** Repeats work for some CPU time of this thread, because wall time says little on a busy machine. */
    private static int repeat(Work work, Duration cpuTime) throws Exception {
        long start = System.nanoTime();
        long cpuStart = Meter.cpuNanos();
        int calls = 0;
        do {
            work.run(1);
            calls++;
        } while (Meter.cpuNanos() - cpuStart < cpuTime.toNanos()
                // For work that other threads do.
                && System.nanoTime() - start < 4 * cpuTime.toNanos());
        return calls;
    }
}
