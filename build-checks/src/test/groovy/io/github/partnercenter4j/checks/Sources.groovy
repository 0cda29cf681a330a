package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern

/** Reads sources without compiling them. */
class Sources {
    static List<Path> javaFiles(Path root) {
        Files.walk(root).withCloseable { walk -> walk.filter { it.toString().endsWith('.java') }.toList() }
    }

    /** Returns the whole words that occur in the code of each file, without its comments. A word may begin with a slash. */
    static List<String> containing(List<Path> files, List<String> words) {
        files.collectMany { file ->
            def code = Files.readString(file).replaceAll(/(?s)\/\*.*?\*\//, '').replaceAll(/(?m)^\s*\/\/.*$/, '')
            words.findAll { code =~ (it.startsWith('/') ? '' : /\b/) + Pattern.quote(it) + /(?!\w)/ }.collect { "${file.fileName}: $it".toString() }
        }
    }

    /** Returns the number of lines of each file, including blank lines and comments. */
    static Map<String, Integer> lengths(Path root) {
        Files.walk(root).withCloseable { walk -> walk.filter { it.toString() ==~ /.*\.(java|groovy)/ }.toList() }
                .collectEntries { [root.relativize(it).toString(), Files.readAllLines(it).size()] }
    }

    static List<String> longerThan(Map<String, Integer> lengths, int max) {
        lengths.findAll { it.value > max }*.key
    }

    static BigDecimal median(Collection<Integer> lengths) {
        def sorted = lengths.sort(false)
        (sorted[(sorted.size() - 1).intdiv(2)] + sorted[sorted.size().intdiv(2)]) / 2
    }
}
