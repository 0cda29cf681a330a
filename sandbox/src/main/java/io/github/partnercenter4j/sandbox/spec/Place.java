package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Schema.Property;

/**
 * A position in a document at which a value may stand.
 *
 * @param path the properties that lead there, such as {@code items[].status}; {@code []} is any item of a list
 * @param property the property whose value stands there
 */
public record Place(String path, Property property) {}
