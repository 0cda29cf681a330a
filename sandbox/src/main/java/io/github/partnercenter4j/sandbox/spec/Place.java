package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Schema.Property;

/**
 * A position in a body that may have a value.
 *
 * @param path the path of properties, such as {@code items[].status}; {@code []} is any item of a list
 * @param property the property at this position
 */
public record Place(String path, Property property) {}
