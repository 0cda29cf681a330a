package io.github.partnercenter4j.sandbox;

/** A body in its media type. */
record Rendered(String contentType, byte[] body) {}
