package io.github.partnercenter4j.conformance.gates

import io.github.partnercenter4j.conformance.model.ProjectFolder
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** A record gains a component with each property of its schema, so code that names the components by their order would have to be touched. */
class RecordsGrowSpec extends Specification {
    private static final String IMPORT = 'import io.github.partnercenter4j.model.'

    def 'no hand-written code builds a record of the document but by its builder'() {
        expect:
        sources().collectMany { file -> constructions(Files.readString(file)).collect { "$file: $it" } } == []
    }

    def 'a constructor is noticed, and a builder is none: #code'(String code, boolean noticed) {
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
        ['client-ext', 'sandbox', 'cli', 'conformance-tests', 'benchmarks'].collectMany { module ->
            Files.walk(ProjectFolder.REPOSITORY.resolve(module).resolve('src')).withCloseable { walk -> walk.findAll { it.toString() ==~ /.*\.(java|groovy)/ } }
        }
    }
}
