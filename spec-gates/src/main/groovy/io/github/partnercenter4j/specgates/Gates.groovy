package io.github.partnercenter4j.specgates

import java.nio.file.Path

/** All gates. The first one checks the shape of the document; the others rely on it, and run only if it passes. */
class Gates {
    final Gate shape = new Gate('the spec uses only what the generator, the client, the sandbox and the suite support', { SpecTree it -> Structure.check(it) })
    final List<Gate> rules

    /** @param repository the folder of the project */
    Gates(Path repository) {
        rules = SpecRules.ALL + ResponseRules.ALL + SourcePages.ALL + ClientGates.of(repository) + ExampleGates.ALL
    }

    List<Gate> getAll() {
        [shape] + rules
    }

    /** Returns the objections of each gate that has any. */
    Map<Gate, List<Objection>> check(SpecTree document) {
        def unsupported = shape.check(document)
        unsupported ? [(shape): unsupported] : rules.collectEntries { [it, it.check(document)] }.findAll { it.value }
    }
}
