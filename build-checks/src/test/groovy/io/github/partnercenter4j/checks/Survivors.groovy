package io.github.partnercenter4j.checks

import groovy.xml.XmlSlurper
import java.nio.file.Files
import java.nio.file.Path

/** The small changes of a module's code that no test notices: those that the last run of the profile mutation found, and those that are listed with a reason. */
class Survivors {
    private static final List<String> DETECTED = ['KILLED', 'TIMED_OUT', 'MEMORY_ERROR', 'NON_VIABLE', 'RUN_ERROR']

    final String module

    Survivors(String module) {
        this.module = module
    }

    /** The modules with a list. */
    static List<Survivors> all() {
        new Repository(Repository.ROOT).files.findAll { it.endsWith('/src/test/mutation/survivors.txt') }.sort().collect { new Survivors(it.split('/')[0]) }
    }

    /** A report that an earlier build left behind does not count. */
    boolean isMeasured() {
        Boolean.getBoolean('checks.mutation') && Files.exists(report)
    }

    /** The mutants that no test noticed, and that are not listed. */
    List<String> getUnlisted() {
        without(texts { !(it.status in DETECTED) }, listed*.first())
    }

    /** The listed mutants that a test notices. One that hangs on a slow machine, and so is killed by time, is none of them, and neither is one of a class that was not changed this time. */
    List<String> getOutdated() {
        def classes = reported*.type as Set
        without(listed*.first().findAll { it.substring(0, it.indexOf('.')) in classes }, texts { it.status == 'TIMED_OUT' || !(it.status in DETECTED) })
    }

    /** The listed changes, each with its reason. */
    List<List<String>> getListed() {
        Files.readAllLines(Repository.ROOT.resolve("$module/src/test/mutation/survivors.txt"))
                .findAll { it && !it.startsWith('#') }
                .collect { it.split(/ \| /, 2) as List<String> }
    }

    /** Each mutant of the report with its class, its status, and a text "class.method mutator: description". The line is left out, since it moves. */
    private List<Map<String, String>> getReported() {
        new XmlSlurper().parse(report.toFile()).mutation.collect {
            def type = it.mutatedClass.text().replaceFirst(/.*\./, '')
            [type: type, status: it.@status.text(), text: "${type}.${it.mutatedMethod} ${it.mutator.text().replaceAll(/.*\.|Mutator$/, '')}: $it.description" as String]
        }
    }

    private List<String> texts(Closure<Boolean> condition) {
        reported.findAll(condition)*.text.sort()
    }

    /** The same mutant can occur several times. */
    private static List<String> without(List<String> all, List<String> some) {
        def left = new ArrayList<Object>(some)
        all.findAll { !left.remove((Object) it) }
    }

    private Path getReport() {
        Repository.ROOT.resolve("$module/target/pit-reports/mutations.xml")
    }

    @Override
    String toString() {
        module
    }
}
