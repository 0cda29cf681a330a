package io.github.partnercenter4j.conformance.gates

import io.github.partnercenter4j.specgates.SpecTree
import io.github.partnercenter4j.testing.SpecDocument
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** ".ci/lint-spec" rejects faults and accepts the spec. Its two linters run once for all faults because they start slowly. */
@Requires(value = { System.getProperty('lint') }, reason = 'Spectral and Redocly need Node, and a build needs none: -Dlint=true')
class LintSpec extends Specification {
    private static final SpecTree SPEC = new SpecTree(SpecDocument.CURRENT.tree)
    private static final Map<String, SpecMutation> BY_RULE = LintMutations.SPECTRAL.collectEntries { ["Spectral, $it.key" as String, it.value] } +
            LintMutations.REDOCLY.collectEntries { ["Redocly, $it.key" as String, it.value] }
    /** The kinds of spec mutations that the linters catch too, each with a rule of Spectral and one of Redocly. */
    private static final Map<String, List<String>> KINDS = [
            'path renamed'                     : ['oas3-schema', 'struct'],
            'operationId twice'                : ['operation-operationId-unique', 'operation-operationId-unique'],
            'status removed'                   : ['operation-success-response', 'operation-2xx-response'],
            'success and error schema swapped' : ['oas3-valid-media-example', 'no-invalid-media-type-examples'],
            'parameter moved'                  : ['path-params', 'path-parameters-defined'],
            'parameter retyped'                : ['oas3-valid-media-example', 'no-invalid-parameter-examples'],
            'parameter removed'                : ['path-params', 'path-parameters-defined'],
            'property retyped'                 : ['oas3-valid-media-example', 'no-invalid-media-type-examples'],
            'schema removed'                   : ['invalid-ref', 'no-unresolved-refs'],
            'schema renamed'                   : ['invalid-ref', 'no-unresolved-refs'],
            'an example that breaks its schema': ['oas3-valid-media-example', 'no-invalid-media-type-examples'],
            'a dangling $ref'                  : ['invalid-ref', 'no-unresolved-refs'],
    ]
    private static final Map<String, SpecMutation> BY_KIND = KINDS.keySet().collectEntries { kind -> [kind, new SpecMutations(SPEC).all().find { it.kind == kind }] }

    @TempDir
    @Shared
    Path folder

    @TempDir
    Path other

    @Shared
    List<SpecMutation> faults = BY_RULE.values() + BY_KIND.values()

    @Shared
    Linting linting

    def setupSpec() {
        linting = new Linting(folder, faults*.in(SPEC))
    }

    def 'the rule #rule objects to #fault'(String rule, SpecMutation fault) {
        expect:
        rule in linting.objections(faults.indexOf(fault))

        where:
        rule << BY_RULE.keySet()
        fault << BY_RULE.values()
    }

    def 'both linters object to this fault: #kind'(String kind, String spectral, String redocly) {
        expect:
        linting.objections(faults.indexOf(BY_KIND[kind])).containsAll("Spectral, $spectral" as String, "Redocly, $redocly" as String)

        where:
        kind << KINDS.keySet()
        [spectral, redocly] << KINDS.values()
    }

    def 'the command fails if only #linter objects'(String linter, SpecMutation fault) {
        when:
        def alone = new Linting(other, [fault.in(SPEC)])

        then:
        alone.exitCode == 1
        alone.objections(0)*.tokenize(',')*.first().toSet() == [linter] as Set

        where:
        linter     | fault
        'Spectral' | LintMutations.SPECTRAL['info-contact']
        'Redocly'  | LintMutations.REDOCLY['operation-summary']
    }

    def 'the spec passes, and so do changes that do not matter to callers'() {
        given:
        def equivalents = new SpecEquivalents(SPEC)

        when:
        def same = new Linting(other, [SPEC] + [equivalents.descriptions(), equivalents.summaries(), equivalents.values()].collect { changes ->
            changes.inject(SPEC) { changed, change -> change.in(changed) }
        })

        then:
        same.exitCode == 0
        (0..3).every { same.objections(it).empty }
    }
}
