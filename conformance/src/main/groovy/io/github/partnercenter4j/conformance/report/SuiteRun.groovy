package io.github.partnercenter4j.conformance.report

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.check.ClientRunner
import io.github.partnercenter4j.conformance.check.Ledger
import io.github.partnercenter4j.conformance.check.ServerRunner
import io.github.partnercenter4j.conformance.check.SuiteRunner
import io.github.partnercenter4j.conformance.check.TargetRunner
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

    final SpecModel spec
    /** Without those that are skipped, once everything is run. */
    List<Requirement> requirements
    /** Why a requirement does not apply here. */
    final Map<Requirement, String> skipped = [:]
    final SuiteRunner server
    /** Null if no client is tested. */
    final ClientRunner documented
    /** Null if the client is tested with the documented sandbox only. */
    final ClientRunner observed
    final Ledger ledger
    final List<Mutation> mutations
    private final MutationRunner mutationRunner
    private final Map<Mutation, MutationVerdict> mutationVerdicts = [:]

    /** Tests the sandbox, and the client with both fidelities of it. */
    SuiteRun(SpecModel spec) {
        this(spec, new ServerRunner(spec), new ClientRunner(spec, Fidelity.DOCUMENTED), new ClientRunner(spec, Fidelity.OBSERVED))
    }

    /**
     * @param documented null if no client is tested
     * @param observed null if the client is tested with the documented sandbox only
     */
    SuiteRun(SpecModel spec, SuiteRunner server, ClientRunner documented, ClientRunner observed) {
        this.spec = spec
        this.server = server
        this.documented = documented
        this.observed = observed
        Set<Side> sides = runners*.side as Set<Side>
        requirements = Requirements.of(spec).findAll { it.side in sides }
        ledger = new Ledger(runners)
        mutations = server instanceof TargetRunner ? [] as List<Mutation> : sample(Mutations.of(spec, sides))
        mutationRunner = new MutationRunner(server, documented, requirements)
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
        [server, documented, observed].findAll() as List<SuiteRunner>
    }

    /** Runs the runners in parallel: they share nothing. */
    void runAll() {
        ExecutorService threads = Executors.newFixedThreadPool(2)
        try {
            List<Future<Void>> done = runners.collect { SuiteRunner runner -> threads.submit({ runner.runAll(requirements) } as Callable<Void>) }
            done*.get()
        } finally {
            threads.shutdown()
        }
        requirements.each { Requirement it ->
            String reason = runners.findAll { SuiteRunner runner -> runner.side == it.side }*.reasonToSkip(it).find()
            if (reason != null) {
                skipped[it] = reason
            }
        }
        requirements = requirements.findAll { !skipped.containsKey(it) }
    }

    @Override
    void close() {
        runners*.close()
    }
}
