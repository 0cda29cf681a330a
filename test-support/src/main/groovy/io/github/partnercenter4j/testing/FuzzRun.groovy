package io.github.partnercenter4j.testing

import java.nio.file.Files
import java.nio.file.Path

/**
 * Runs fuzz targets with Jazzer, each in a JVM of its own, and fails if one finds an input that breaks its rule.
 * Arguments: the seconds for each target, the folder for what is found, the folder with the first inputs, and the targets.
 */
class FuzzRun {

    static void main(String[] arguments) {
        def (seconds, found, inputs) = arguments.take(3)
        def failed = arguments.drop(3).findAll { run(it, seconds as int, Path.of(found as String), Path.of(inputs as String)) != 0 }
        if (failed) {
            System.err.println "Inputs that break a rule are in $found: ${failed.join(', ')}"
            System.exit(1)
        }
    }

    private static int run(String target, int seconds, Path found, Path inputs) {
        def corpus = Files.createDirectories(found.resolve("corpus/${target.substring(target.lastIndexOf('.') + 1)}"))
        println "Fuzzing $target for $seconds s"
        def command = [ProcessHandle.current().info().command().get(), '-cp', System.getProperty('java.class.path'), 'com.code_intelligence.jazzer.Jazzer',
                       "--target_class=$target", '--instrumentation_includes=io.github.partnercenter4j.**', "--reproducer_path=$found",
                       "-artifact_prefix=$found/", "-max_total_time=$seconds", '-max_len=4096', '-print_final_stats=1',
                       corpus, inputs]
        def log = found.resolve("${target}.log").toFile()
        def process = new ProcessBuilder(command*.toString()).redirectErrorStream(true).redirectOutput(log).start()
        def code = process.waitFor()
        println(code == 0 ? log.readLines().findAll { it.startsWith('stat::number_of_executed_units') }.join('') : log.text)
        code
    }
}
