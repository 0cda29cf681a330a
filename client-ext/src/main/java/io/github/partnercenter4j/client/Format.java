package io.github.partnercenter4j.client;

/** The format to request. The response is read according to its own Content-Type. */
public enum Format {
    /** The JSON media types of the operation. */
    JSON,
    /** The XML media types of the operation. */
    XML
}
