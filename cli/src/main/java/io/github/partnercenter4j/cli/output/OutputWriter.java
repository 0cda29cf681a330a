package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import picocli.CommandLine.Help.Ansi;

/** Writes a result as text in one of the output formats. */
public interface OutputWriter {
    /** Returns the writer of a format. Only the table uses colors. */
    static OutputWriter of(OutputFormat format, Ansi ansi) {
        return switch (format) {
            case TABLE -> new TableWriter(ansi);
            case JSON -> new JsonWriter();
            case CSV -> new CsvWriter();
        };
    }

    /** Returns the whole result, with the line ends that the format requires. */
    String write(ProvisioningStatus status);
}
