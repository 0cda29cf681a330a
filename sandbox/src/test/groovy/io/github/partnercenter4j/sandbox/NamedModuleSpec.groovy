package io.github.partnercenter4j.sandbox

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.spi.ToolProvider
import spock.lang.Specification
import spock.lang.TempDir

/** The tests of this module run on the class path, so the module is tried in a separate JVM. */
class NamedModuleSpec extends Specification {

    private static final String MAIN = '''
        package consumer;

        import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
        import java.nio.file.Files;
        import java.nio.file.Path;

        public class Main {
            public static void main(String[] arguments) throws Exception {
                Path orders = Path.of(arguments[0]);
                try (PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().tls().orders(orders).start()) {
                    sandbox.authorizationServer();
                    System.out.println(PartnerCenterSandbox.class.getModule() + " runs with " + sandbox.orders().size() + " orders");
                }
            }
        }
        '''

    // What the module descriptor requires. Everything else is on the class path, as with Maven.
    private static final String MODULES = /.*(sandbox.target.classes|(jackson-[a-z]+|jackson-dataformat-yaml|snakeyaml|jspecify)-[^\/\\]*\.jar)/

    @TempDir
    Path directory

    def "a sandbox starts in a named module, with WireMock on the class path"() {
        given:
        def orders = directory.resolve('orders.yaml')
        Files.writeString(orders, '{customers: [{id: 11111111-2222-3333-4444-555555555555, orders: [{id: one}]}]}')

        expect:
        run(classPath { !(it ==~ MODULES) }, orders).contains('module io.github.partnercenter4j.sandbox runs with 2 orders')
    }

    def "without WireMock on the class path the error says where to put it"() {
        expect:
        run(directory.toString(), directory).contains('Put wiremock-standalone, swagger-parser-v3 and what they need on the class path')
    }

    private String run(String classPath, Path argument) {
        def modules = [directory, this.classPath { it ==~ MODULES }].join(File.pathSeparator)
        Files.createDirectories(directory.resolve('consumer'))
        Files.writeString(directory.resolve('module-info.java'), 'module consumer { requires io.github.partnercenter4j.sandbox; }')
        Files.writeString(directory.resolve('consumer/Main.java'), MAIN)
        assert ToolProvider.findFirst('javac').get().run(System.out, System.err, '-d', directory.toString(), '--module-path', modules,
            directory.resolve('module-info.java').toString(), directory.resolve('consumer/Main.java').toString()) == 0
        def command = [Path.of(System.getProperty('java.home'), 'bin', 'java'), '--module-path', modules, '--class-path', classPath, '-m', 'consumer/consumer.Main', argument]
        def process = new ProcessBuilder(command*.toString()).redirectErrorStream(true).start()
        def said = process.inputStream.text
        assert process.waitFor(5, TimeUnit.MINUTES)
        said
    }

    private static String classPath(Closure<Boolean> filter) {
        System.getProperty('java.class.path').tokenize(File.pathSeparator).findAll(filter).join(File.pathSeparator)
    }
}
