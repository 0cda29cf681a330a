package io.github.partnercenter4j.conformance.report

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.check.ClientRunner
import io.github.partnercenter4j.conformance.check.Ledger
import io.github.partnercenter4j.conformance.check.ServerRunner
import io.github.partnercenter4j.conformance.check.SuiteRunner
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.model.Sample
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation
import io.github.partnercenter4j.conformance.mutate.MutationRunner
import io.github.partnercenter4j.conformance.mutate.MutationVerdict
import io.github.partnercenter4j.conformance.mutate.Mutations
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.util.concurrent.Callable
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.Future

/** One run of the suite over one spec: its requirements, the runners that try them, the verdicts and the mutations. */
@CompileStatic
class SuiteRun implements Closeable {
    private static final int LARGE_FAMILY = 40
    private static final int EVERY = 6

    private static SuiteRun bundled

    final SpecModel spec
    final List<Requirement> requirements
    final ServerRunner server
    final ClientRunner documented
    final ClientRunner observed
    final Ledger ledger
    final List<Mutation> mutations
    private final MutationRunner mutationRunner
    private final Map<Mutation, MutationVerdict> mutationVerdicts = [:]

    SuiteRun(SpecModel spec) {
        this.spec = spec
        requirements = Requirements.of(spec)
        server = new ServerRunner(spec)
        documented = new ClientRunner(spec, Fidelity.DOCUMENTED)
        observed = new ClientRunner(spec, Fidelity.OBSERVED)
        ledger = new Ledger(runners)
        mutations = sample(Mutations.of(spec))
        mutationRunner = new MutationRunner(server, documented, requirements)
    }

    /** Returns the run over the spec that the client is generated from. It is started once per JVM and closed when the JVM ends. */
    static synchronized SuiteRun bundled() {
        if (bundled == null) {
            bundled = new SuiteRun(SpecModel.bundled())
            bundled.runAll()
            addShutdownHook { bundled.close() }
        }
        bundled
    }

    List<Requirement> of(Side side) {
        requirements.findAll { it.side == side }
    }

    Verdict verdict(Requirement requirement) {
        ledger.verdict(requirement)
    }

    List<Verdict> verdicts(Side side) {
        of(side).collect { verdict(it) }
    }

    MutationVerdict verdict(Mutation mutation) {
        mutationVerdicts.computeIfAbsent(mutation) { mutationRunner.run(mutation) }
    }

    /** Takes the mutations of the sampled statuses: all of a small family, and every sixth of a large one. */
    private static List<Mutation> sample(List<Mutation> all) {
        all.groupBy { it.family }.values().collectMany { List<Mutation> family ->
            List<Mutation> sampled = family.findAll { Sample.hasStatus(it.base.operation, it.base.reply.status) } ?: family
            sampled.size() < LARGE_FAMILY ? sampled : Sample.every(EVERY, sampled)
        }
    }

    private List<SuiteRunner> getRunners() {
        [server, documented, observed] as List<SuiteRunner>
    }

    /** Runs the runners in parallel: they share nothing. */
    private void runAll() {
        ExecutorService threads = Executors.newFixedThreadPool(2)
        try {
            List<Future<Void>> done = runners.collect { SuiteRunner runner -> threads.submit({ runner.runAll(requirements) } as Callable<Void>) }
            done*.get()
        } finally {
            threads.shutdown()
        }
    }

    @Override
    void close() {
        runners*.close()
    }
}
