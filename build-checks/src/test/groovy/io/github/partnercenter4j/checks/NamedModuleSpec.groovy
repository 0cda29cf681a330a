package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.spi.ToolProvider
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A consumer in a module of its own resolves only what module descriptors ask for, and automatic modules ask for nothing. */
@Requires(value = { Files.exists(Path.of('../client-ext/target/runtime-classpath.txt')) }, reason = 'needs the jars, which "mvn verify" packages')
class NamedModuleSpec extends Specification {
    @TempDir
    Path directory

    def 'signing in by #way finds every class it needs in a named module'(String way, String end) {
        given: 'a consumer before an authority that nobody listens at'
        def jars = Files.readString(Path.of('../client-ext/target/runtime-classpath.txt')).trim()
        def modules = [Path.of('../client-ext/target/classes').toAbsolutePath(), jars].join(File.pathSeparator)
        Files.writeString(directory.resolve('module-info.java'), 'module consumer { requires io.github.partnercenter4j.client; }')
        Files.createDirectory(directory.resolve('consumer'))
        Files.writeString(directory.resolve('consumer/Main.java'), """
            package consumer;

            import io.github.partnercenter4j.client.*;
            import io.github.partnercenter4j.client.entra.*;
            import java.time.Duration;

            public class Main {
                public static void main(String[] arguments) {
                    try {
                        EntraCredential.${way}.tenant("t").clientId("c").authority("https://127.0.0.1:1").build()
                                .token(new TokenRequest(Cloud.PUBLIC, Duration.ofSeconds(3), null));
                    } catch (CredentialException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """)

        when:
        def compiled = ToolProvider.findFirst('javac').get().run(System.out, System.err, '-d', directory.toString(),
            '--module-path', modules, directory.resolve('module-info.java').toString(), directory.resolve('consumer/Main.java').toString())
        def process = new ProcessBuilder(Path.of(System.getProperty('java.home'), 'bin', 'java').toString(),
            '--module-path', [directory, modules].join(File.pathSeparator), '-m', 'consumer/consumer.Main').redirectErrorStream(true).start()
        def said = process.inputStream.text

        then:
        compiled == 0
        process.waitFor(60, TimeUnit.SECONDS)
        said.contains(end)

        where:
        way                  || end
        'refreshToken("r")'  || 'Could not connect to 127.0.0.1:1 '
        'deviceCode(c -> {})'|| 'Could not connect to 127.0.0.1:1 '
        'browser(page -> {})'|| "did not finish within the call's timeout"
    }
}
