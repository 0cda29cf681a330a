package io.github.partnercenter4j.conformance.report

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.check.ClientRunner
import io.github.partnercenter4j.conformance.check.ServerRunner
import io.github.partnercenter4j.conformance.check.SuiteRunner
import io.github.partnercenter4j.conformance.check.TargetRunner
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.exchange.GeneratedMethods
import io.github.partnercenter4j.conformance.exchange.PartnerCenterAdapter
import io.github.partnercenter4j.conformance.exchange.Target
import io.github.partnercenter4j.conformance.model.DefaultResponses
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation
import io.github.partnercenter4j.conformance.mutate.MutationVerdict
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Files
import java.nio.file.Path

/** Runs the suite over any spec, writes the reports, and returns its results as tests. */
@CompileStatic
class SuiteTests {
    /** A test that is over. */
    static class Result {
        /** server, client or mutations. */
        final String group
        final String name
        /** Null if it passed. */
        final String failure
        /** Null if it was not skipped. */
        final String skipped

        Result(String group, String name, String failure, String skipped) {
            this.group = group
            this.name = name
            this.failure = failure
            this.skipped = skipped
        }
    }

    /**
     * @param name the name of the suite in the JUnit XML
     * @param apis the generated interfaces of the client; empty if no client is tested
     * @param target null to test the sandbox
     * @param reports the folder of the reports
     */
    static List<Result> run(String name, String yaml, Collection<Class<?>> apis, Target target, Path reports) {
        SpecModel spec = DefaultResponses.numbered(SpecModel.read(yaml))
        // Refuses the document before anything is started.
        Requirements.of(spec)
        if (!apis.empty) {
            new GeneratedMethods(apis).requireAll(spec)
        }
        ClientRunner client = null
        SuiteRunner server = null
        try {
            client = apis.empty ? null : new ClientRunner(spec, Fidelity.DOCUMENTED, PartnerCenterAdapter.of(apis))
            server = target == null ? new ServerRunner(spec) : new TargetRunner(spec, target)
            return results(name, new SuiteRun(spec, server, client, null), reports)
        } finally {
            server?.close()
            client?.close()
        }
    }

    private static List<Result> results(String name, SuiteRun run, Path reports) {
        run.runAll()
        List<Verdict> verdicts = run.requirements.collect { run.verdict(it) }
        List<MutationVerdict> mutations = run.mutations.collect { Mutation it -> run.verdict(it) }
        write(reports, name, run, verdicts, mutations)
        List<Result> results = verdicts.collect { new Result(it.requirement.side.toString(), it.requirement.id, Failures.of(it), null) }
        results.addAll(run.skipped.collect { Requirement it, String reason -> new Result(it.side.toString(), it.id, null, reason) })
        if (run.documented != null) {
            List<String> objections = run.documented.harness.requestObjections
            results << new Result(Side.CLIENT.toString(), 'every request is the one that the spec describes', objections.empty ? null : objections.join('\n'), null)
        }
        results + mutations.groupBy { it.mutation.family }.collect { String family, List<MutationVerdict> its -> new Result('mutations', family, Failures.of(family, its), null) }
    }

    private static void write(Path folder, String name, SuiteRun run, List<Verdict> verdicts, List<MutationVerdict> mutations) {
        Map<String, Object> coverage = Coverage.of(null, verdicts)
        Map<String, Object> faults = Coverage.ofMutations(mutations)
        Coverage.write(folder.resolve('coverage.json'), coverage)
        Coverage.write(folder.resolve('faults.json'), faults)
        Files.writeString(folder.resolve('index.html'), new ReportPage(verdicts, mutations, coverage, faults).html())
        JUnitXml.write(folder.resolve("TEST-${name}.xml"), name, verdicts, run.skipped)
    }
}
