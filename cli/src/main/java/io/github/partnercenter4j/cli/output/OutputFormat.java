package io.github.partnercenter4j.cli.output;

/** The formats in which a result can be printed. */
public enum OutputFormat {
    TABLE,
    JSON,
    CSV
}
