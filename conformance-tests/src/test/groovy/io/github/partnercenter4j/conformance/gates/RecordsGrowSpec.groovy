package io.github.partnercenter4j.conformance.gates

import io.github.partnercenter4j.conformance.model.ProjectFolder
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** A new property of a schema adds a component to a record, and code that calls its constructor would no longer compile. */
class RecordsGrowSpec extends Specification {
    private static final String IMPORT = 'import io.github.partnercenter4j.model.'

    def 'hand-written code creates generated records by their builders only'() {
        expect:
        sources().collectMany { file -> constructions(Files.readString(file)).collect { "$file: $it" } } == []
    }

    def 'a call of a constructor is found, and a call of a builder is not: #code'(String code, boolean noticed) {
        expect:
        constructions(code).empty != noticed

        where:
        code                                              || noticed
        IMPORT + "Link\nnew Link('/x', null, [], null)"   || true
        IMPORT + "Link as L\nnew L('/x', null, [], null)" || true
        IMPORT + "Link\nLink.builder().uri('/x').build()" || false
        IMPORT + "Link\nnew LinkRequest('/x')"            || false
        "new Link('another class of the same name')"      || false
    }

    private static List<String> constructions(String code) {
        def names = (code =~ /import io\.github\.partnercenter4j\.model\.(\w+)(?: as (\w+))?/).collect { it[2] ?: it[1] }
        names ? (code =~ /\bnew (${names.join('|')})\(/).collect { it[0] } : []
    }

    private static List<Path> sources() {
        ['client-ext', 'watch', 'sandbox', 'cli', 'conformance-tests', 'benchmarks'].collectMany { module ->
            Files.walk(ProjectFolder.REPOSITORY.resolve(module).resolve('src')).withCloseable { walk -> walk.findAll { it.toString() ==~ /.*\.(java|groovy)/ } }
        }
    }
}
