package io.github.partnercenter4j.client;

/** The format to ask for. An answer is read by its own Content-Type, whatever was asked for. */
public enum Format {
    /** The JSON media types of the operation. */
    JSON,
    /** The XML media types of the operation. */
    XML
}
