package io.github.partnercenter4j.checks

import groovy.xml.XmlSlurper
import java.nio.file.Files
import java.nio.file.Path

/** The small changes of a module's code that no test notices: those that the last run of the profile mutation found, and those that are listed with a reason. */
class Survivors {
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

    /** Each as "class.method mutator: description". The line is left out, since it moves. */
    List<String> getFound() {
        new XmlSlurper().parse(report.toFile()).mutation.findAll { !(it.@status in ['KILLED', 'TIMED_OUT', 'MEMORY_ERROR', 'NON_VIABLE', 'RUN_ERROR']) }.collect {
            def type = it.mutatedClass.text()
            "${type.substring(type.lastIndexOf('.') + 1)}.${it.mutatedMethod} ${it.mutator.text().replaceAll(/.*\.|Mutator$/, '')}: $it.description" as String
        }.sort()
    }

    /** The listed changes, each with its reason. */
    List<List<String>> getListed() {
        Files.readAllLines(Repository.ROOT.resolve("$module/src/test/mutation/survivors.txt"))
                .findAll { it && !it.startsWith('#') }
                .collect { it.split(/ \| /, 2) as List<String> }
    }

    private Path getReport() {
        Repository.ROOT.resolve("$module/target/pit-reports/mutations.xml")
    }

    @Override
    String toString() {
        module
    }
}
