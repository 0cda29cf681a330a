package io.github.partnercenter4j.conformance.report

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** The run over the spec that the client is generated from. It is started once per JVM and closed when the JVM ends. */
@CompileStatic
class BundledRun {
    private static SuiteRun run

    static synchronized SuiteRun get() {
        if (run == null) {
            run = new SuiteRun(SpecModel.bundled())
            run.runAll()
            addShutdownHook { run.close() }
        }
        run
    }
}
