package io.github.partnercenter4j.sandbox.internal.service;

/** A body in its media type. */
public record RenderedBody(String contentType, byte[] body) {}
