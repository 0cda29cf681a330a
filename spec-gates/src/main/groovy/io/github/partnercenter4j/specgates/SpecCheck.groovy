package io.github.partnercenter4j.specgates

import java.nio.file.Files
import java.nio.file.Path

/** Prints each objection to the spec on one line, and fails if there is any. */
class SpecCheck {
    private static final int MAX_LINES = 50

    /** @param arguments the folder of the project, and optionally another document than the spec */
    static void main(String[] arguments) {
        def repository = Path.of(arguments[0]).toRealPath()
        def document = arguments.length > 1 ? Path.of(arguments[1]) : repository.resolve('api-spec/partner-center-orders.yaml')
        def found = lines(repository, document)
        found.take(MAX_LINES).each { System.out.println(it) }
        if (found.size() > MAX_LINES) {
            System.out.println("and ${found.size() - MAX_LINES} more")
        }
        if (found) {
            throw new IllegalStateException("The OpenAPI document has ${found.size()} ${found.size() == 1 ? 'fault' : 'faults'}, listed above. The rules are in CONTRIBUTING.md.")
        }
    }

    /** Returns a line for each objection, in the order of the document. */
    static List<String> lines(Path repository, Path document) {
        def text = new SpecText(Files.readString(document))
        def objections = text.objections ?: new Gates(repository).check(new SpecTree(text.tree)).values().flatten().unique()
        def name = document.startsWith(repository) ? repository.relativize(document) : document.fileName
        objections.collect { [text.line(it.pointer), it] }.sort(false) { it[0] }.collect { line, objection -> "$name:$line: ${oneLine(objection)}" as String }
    }

    /** Shortens what the document says, so that a line stays a line. */
    private static String oneLine(Objection objection) {
        def text = objection.toString().replaceAll(/\s+/, ' ')
        text.length() > 400 ? text.take(400) + '…' : text
    }
}
