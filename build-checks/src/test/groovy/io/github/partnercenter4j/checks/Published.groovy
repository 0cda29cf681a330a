package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path

/** A folder into which a release was deployed. */
class Published {
    private final Path folder

    Published(Path folder) {
        this.folder = folder
    }

    /** Returns the suffixes of an artifact's files, without checksums and signatures. */
    Set<String> files(String artifact) {
        def version = version(artifact)
        names().findAll { it.contains("/partnercenter4j-$artifact/$version/") }
                .collect { it.split("/partnercenter4j-$artifact-$version")[1] } as Set
    }

    Path file(String artifact, String suffix) {
        def version = version(artifact)
        folder.resolve("io/github/partnercenter4j/partnercenter4j-$artifact/$version/partnercenter4j-$artifact-$version$suffix")
    }

    /** Returns the files that only one of two folders has, and those that differ. */
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

    /** Excludes signatures and dates of publishing, which differ each time, and checksums, which follow from their files. */
    private Set<String> names() {
        Files.walk(folder).withCloseable { it.filter { Files.isRegularFile(it) }.toList() }
                .collect { folder.relativize(it).toString().replace('\\', '/') }
                .findAll { !it.contains('maven-metadata') && !(it ==~ /.*\.(md5|sha1|asc)/) } as Set
    }
}
