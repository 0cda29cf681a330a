package io.github.partnercenter4j.sandbox.internal.service;

/** The bytes of a body and their Content-Type. */
public record RenderedBody(String contentType, byte[] body) {}
