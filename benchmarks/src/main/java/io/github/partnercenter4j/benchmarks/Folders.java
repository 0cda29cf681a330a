package io.github.partnercenter4j.benchmarks;

import java.nio.file.Path;

/**
 * The project, and an earlier version of it to compare with.
 *
 * @param root the root of the project
 * @param before the root of a clone of the earlier version, or an empty path
 */
record Folders(Path root, Path before) {
    boolean hasBefore() {
        return !before.toString().isEmpty();
    }
}
