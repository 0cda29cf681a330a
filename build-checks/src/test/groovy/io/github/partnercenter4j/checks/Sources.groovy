package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path

/** What can be told of Java sources without compiling them. */
class Sources {
    static List<Path> javaFiles(Path root) {
        Files.walk(root).withCloseable { walk -> walk.filter { it.toString().endsWith('.java') }.toList() }
    }

    /** Which of the words stand in the code of a file, comments aside. */
    static List<String> naming(List<Path> files, List<String> words) {
        files.collectMany { file ->
            def code = Files.readString(file).replaceAll(/(?s)\/\*.*?\*\//, '').replaceAll(/(?m)^\s*\/\/.*$/, '')
            words.findAll { code.contains(it) }.collect { "${file.fileName}: $it".toString() }
        }
    }

    /** Lines, blank ones and comments too, by file. */
    static Map<String, Integer> lengths(Path root) {
        javaFiles(root).collectEntries { [root.relativize(it).toString(), Files.readAllLines(it).size()] }
    }

    static List<String> longerThan(Map<String, Integer> lengths, int most) {
        lengths.findAll { it.value > most }*.key
    }

    static BigDecimal median(Collection<Integer> lengths) {
        def sorted = lengths.sort(false)
        (sorted[(sorted.size() - 1).intdiv(2)] + sorted[sorted.size().intdiv(2)]) / 2
    }
}
