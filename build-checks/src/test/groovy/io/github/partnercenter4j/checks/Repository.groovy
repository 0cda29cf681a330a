package io.github.partnercenter4j.checks

import groovy.transform.Memoized
import java.nio.file.FileVisitResult
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.SimpleFileVisitor
import java.nio.file.attribute.BasicFileAttributes

/** The files of a working copy, without what a build made. */
class Repository {
    /** This repository. It is found from the compiled classes, because Surefire discovers tests in another working directory. */
    static final Path ROOT = Path.of(Repository.protectionDomain.codeSource.location.toURI()).resolve('../../..').normalize()

    final Path root

    Repository(Path root) {
        this.root = root
    }

    String text(String file) {
        Files.readString(root.resolve(file))
    }

    List<String> pages() {
        files.findAll { it ==~ /[A-Z]+\.md|docs\/.+\.md/ }.sort()
    }

    /** Every file and folder, by its path from the root. */
    @Memoized
    Set<String> getFiles() {
        def found = [] as Set
        Files.walkFileTree(root, new SimpleFileVisitor<Path>() {
            @Override
            FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.fileName.toString() in ['target', '.git', '.idea']) {
                    return FileVisitResult.SKIP_SUBTREE
                }
                visitFile(folder, attributes)
            }

            @Override
            FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found << root.relativize(file).toString().replace('\\', '/')
                FileVisitResult.CONTINUE
            }
        })
        found
    }

    @Memoized
    String getPoms() {
        files.findAll { it == 'pom.xml' || it ==~ /[^\/]+\/pom\.xml/ }.collect { text(it) }.join('\n')
    }

    /** True if a program in this repository contains the text as a literal, such as the name of a file that it makes or of a property that it reads. */
    boolean says(String text) {
        programs.contains("'$text'") || programs.contains("\"$text\"")
    }

    /** Every word of the sources, the OpenAPI document, the templates, the poms and the public API, which has the names of generated classes. */
    @Memoized
    Set<String> getWords() {
        def sources = files.findAll { it ==~ /.*\.(java|groovy|mustache|yaml)|.*\/public-api\.txt/ && !it.endsWith('/DocsSpec.groovy') }
        (sources.collect { text(it) } + poms).collectMany { it.split(/\W+/) as List } as Set
    }

    @Memoized
    private String getPrograms() {
        files.findAll { it ==~ /.*\.(java|groovy)/ && !it.endsWith('/DocsSpec.groovy') }.collect { text(it) }.join('\n')
    }
}
