package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.util.concurrent.Callable
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.Future

/** A spec with its obligations, the client and the sandbox that are tried, and the verdicts. */
@CompileStatic
class Conformance implements Closeable {
    private static final int SAMPLE = 6
    /** Of what can be planted at places, the profile <i>faults</i> plants all, and a build by itself a part. */
    static final boolean ALL_FAULTS = Boolean.getBoolean('conformance.faults')

    private static Conformance bundled

    final SpecModel spec
    final List<Obligation> obligations
    final ServerCourt server
    final ClientCourt documented
    final ClientCourt observed
    final Ledger ledger
    final List<Fault> faults
    private final FaultCourt faultCourt
    private final Map<Fault, Testimony> testimonies = [:]

    Conformance(SpecModel spec, ClassLoader client = Conformance.classLoader) {
        this.spec = spec
        obligations = Obligations.of(spec)
        server = new ServerCourt(spec)
        documented = new ClientCourt(spec, Fidelity.DOCUMENTED, client)
        observed = new ClientCourt(spec, Fidelity.OBSERVED, client)
        ledger = new Ledger([server, documented, observed] as List<Court>)
        faults = sample(Faults.of(spec))
        faultCourt = new FaultCourt(server, documented, obligations)
    }

    /** Every instance of a rule that has few, and every so many of the others: never none. */
    private static List<Fault> sample(List<Fault> all) {
        ALL_FAULTS ? all : all.groupBy { it.family }.values().collectMany { List<Fault> family ->
            family.size() < 60 ? family : family.withIndex().findAll { it.v2 % SAMPLE == 0 }*.v1
        }
    }

    Testimony testimony(Fault fault) {
        testimonies.computeIfAbsent(fault) { faultCourt.testimony(fault) }
    }

    /** The one of the document that the client is made from, tried once for all features; it stops with the tests. */
    static synchronized Conformance bundled() {
        if (bundled == null) {
            bundled = new Conformance(SpecModel.bundled())
            bundled.tryAll()
            addShutdownHook { bundled.close() }
        }
        bundled
    }

    List<Obligation> of(Side side) {
        obligations.findAll { it.side == side }
    }

    Verdict verdict(Obligation obligation) {
        ledger.verdict(obligation)
    }

    List<Verdict> verdicts(Side side) {
        of(side).collect { verdict(it) }
    }

    /** Each court by itself, since they do not wait for each other. */
    private void tryAll() {
        ExecutorService threads = Executors.newFixedThreadPool(2)
        try {
            List<Future<Void>> done = ([server, documented, observed] as List<Court>).collect { Court court ->
                threads.submit({ court.hearAll(obligations) } as Callable<Void>)
            }
            done*.get()
        } finally {
            threads.shutdown()
        }
    }

    @Override
    void close() {
        ([server, documented, observed] as List<Court>)*.close()
    }
}
