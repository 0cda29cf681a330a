package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path

/** A folder that a release was deployed to. */
class Published {
    private final Path folder

    Published(Path folder) {
        this.folder = folder
    }

    /** How the names of an artifact's files end, but for checksums and signatures. */
    Set<String> files(String artifact) {
        def version = version(artifact)
        names().findAll { it.contains("/partnercenter4j-$artifact/$version/") }
                .collect { it.split("/partnercenter4j-$artifact-$version")[1] } as Set
    }

    Path file(String artifact, String suffix) {
        def version = version(artifact)
        folder.resolve("io/github/partnercenter4j/partnercenter4j-$artifact/$version/partnercenter4j-$artifact-$version$suffix")
    }

    /** The files that only one of two folders has, and those whose bytes are not the same. */
    List<String> differences(Published other) {
        (names() + other.names()).findAll { name ->
            def files = [folder.resolve(name), other.folder.resolve(name)]
            files.any { !Files.exists(it) } || Files.mismatch(*files) != -1
        }.sort()
    }

    private String version(String artifact) {
        Files.list(folder.resolve("io/github/partnercenter4j/partnercenter4j-$artifact")).withCloseable {
            it.filter { Files.isDirectory(it) }.toList()
        }.first().fileName
    }

    /** A signature and a date of publishing differ each time, and a checksum repeats what its file says. */
    private Set<String> names() {
        Files.walk(folder).withCloseable { it.filter { Files.isRegularFile(it) }.toList() }
                .collect { folder.relativize(it).toString().replace('\\', '/') }
                .findAll { !it.contains('maven-metadata') && !(it ==~ /.*\.(md5|sha1|asc)/) } as Set
    }
}
