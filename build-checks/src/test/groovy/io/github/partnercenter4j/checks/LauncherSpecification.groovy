package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import java.util.jar.Attributes
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import javax.tools.ToolProvider
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Runs the launcher in a copy of the folders that it looks at, with a small jar, and with scripts in place of Maven and Java where they matter. */
abstract class LauncherSpecification extends Specification {
    static final List<String> VARIABLES = ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS']
    static final String SOURCE = '''
        public class Started {
            public static void main(String[] args) {
                System.out.println(String.join(",", args) + " by " + System.getProperty("pcorders.command"));
            }
        }'''

    @Shared
    @TempDir
    Path shared

    @Shared
    Path smallJar

    @TempDir
    Path folder

    Path root

    def setupSpec() {
        def source = Files.writeString(shared.resolve('Started.java'), SOURCE)
        assert ToolProvider.systemJavaCompiler.run(null, null, null, '-d', shared as String, source as String) == 0
        smallJar = shared.resolve('small.jar')
        def manifest = new Manifest()
        manifest.mainAttributes[Attributes.Name.MANIFEST_VERSION] = '1.0'
        manifest.mainAttributes[Attributes.Name.MAIN_CLASS] = 'Started'
        new JarOutputStream(Files.newOutputStream(smallJar), manifest).withCloseable {
            it.putNextEntry(new JarEntry('Started.class'))
            it.write(Files.readAllBytes(shared.resolve('Started.class')))
        }
    }

    def setup() {
        root = checkout('clone')
    }

    /** A folder with what the launcher looks at, and a jar that is newer. */
    Path checkout(String name, Path packed = smallJar) {
        def checkout = Files.createDirectories(folder.resolve(name))
        ['a', 'api-spec', 'client-generated/templates', 'generator/src/main', 'client-ext/src/main', 'watch/src/main', 'sandbox/src/main', 'cli/src/main', 'cli/target'].each { Files.createDirectories(checkout.resolve(it)) }
        ['pom.xml', 'a/pom.xml', 'api-spec/a.yaml', 'client-generated/openapi-generator.yaml'].each { Files.createFile(checkout.resolve(it)) }
        Files.copy(Repository.ROOT.resolve('pcorders'), checkout.resolve('pcorders')).toFile().executable = true
        def jar = Files.copy(packed, checkout.resolve('cli/target/pcorders.jar'))
        Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() + 5000))
        checkout
    }

    Path jar() {
        root.resolve('cli/target/pcorders.jar')
    }

    void fakeJava(String script) {
        write('jdk/bin/java', script)
    }

    void write(String file, String script) {
        Files.createDirectories(folder.resolve(file).parent)
        Files.writeString(folder.resolve(file), "#!/bin/sh\n$script\n").toFile().executable = true
    }

    Map launch(Map<String, String> environment, String... args) {
        start(environment, root.resolve('pcorders') as String, args)
    }

    Map start(Map<String, String> environment, String launcher, String... args) {
        def process = builder(environment, launcher, args).redirectError(folder.resolve('stderr').toFile()).start()
        def out = CompletableFuture.supplyAsync { process.inputStream.getText('UTF-8') }
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.descendants().each { it.destroyForcibly() }
            process.destroyForcibly()
            assert false : "It hangs. It said: ${folder.resolve('stderr').toFile().getText('UTF-8')}"
        }
        // Java and its launcher tell on standard error which variables they read.
        def err = folder.resolve('stderr').toFile().getText('UTF-8').readLines().findAll { !(it =~ /^(NOTE: )?Picked up /) }
        [exitCode: process.exitValue(), out: out.get(1, TimeUnit.MINUTES), err: err.collect { it + '\n' }.join()]
    }

    ProcessBuilder builder(Map<String, String> environment, String launcher, String... args) {
        def result = new ProcessBuilder([launcher, *args]).directory(folder.toFile())
        VARIABLES.each { result.environment().remove(it) }
        result.environment() << [JAVA_HOME: System.getProperty('java.home'), PATH: "${folder.resolve('bin')}:${System.getenv('PATH')}".toString()] + environment
        result
    }
}
