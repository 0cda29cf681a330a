package io.github.partnercenter4j.cli.output;

/** The formats that --output offers. */
public enum OutputFormat {
    TABLE,
    JSON,
    CSV
}
