package io.github.partnercenter4j.benchmarks;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is compared. */
enum Figure {
    WALL("wall time", Row::timeRatioQuartiles),
    CPU("CPU time", Row::cpuRatioQuartiles),
    BYTES("bytes", Row::bytesRatioQuartiles);

    private final String label;
    private final Function<Row, @Nullable Quartiles> ratios;

    Figure(String label, Function<Row, @Nullable Quartiles> ratios) {
        this.label = label;
        this.ratios = ratios;
    }

    String label() {
        return label;
    }

    /** Returns the ratios to the baseline, or null if the row does not measure this. */
    @Nullable
    Quartiles ratios(Row row) {
        return ratios.apply(row);
    }
}
