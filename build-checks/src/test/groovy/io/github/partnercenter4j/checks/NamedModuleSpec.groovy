package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.spi.ToolProvider
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A program in a named module resolves only the modules that descriptors require, and an automatic module has no descriptor. */
@Requires(value = { Files.exists(Repository.ROOT.resolve('client-ext/target/runtime-classpath.txt')) }, reason = 'needs the jars that "mvn verify" packages')
class NamedModuleSpec extends Specification {
    /** Each with the time in seconds in which it fails. Only the browser needs all of it, because nobody signs in. */
    private static final Map<String, List<?>> SIGN_INS = [
            'refresh token': ['refreshToken("r")', 30],
            'device code'  : ['deviceCode(c -> {})', 30],
            'browser'      : ['browser(page -> {})', 3]
    ]

    @Shared
    @TempDir
    Path directory

    @Shared
    String output

    def setupSpec() {
        def jars = Files.readString(Repository.ROOT.resolve('client-ext/target/runtime-classpath.txt')).trim()
        def modules = [Repository.ROOT.resolve('client-ext/target/classes'), jars].join(File.pathSeparator)
        Files.writeString(directory.resolve('module-info.java'), 'module consumer { requires io.github.partnercenter4j.client; }')
        Files.createDirectory(directory.resolve('consumer'))
        Files.writeString(directory.resolve('consumer/Main.java'), """
            package consumer;

            import io.github.partnercenter4j.client.*;
            import io.github.partnercenter4j.client.entra.*;
            import java.time.Duration;

            public class Main {
                public static void main(String[] arguments) {
                    ${SIGN_INS.collect { way, call -> "signIn(\"$way\", EntraCredential.${call[0]}, ${call[1]});" }.join('\n')}
                }

                private static void signIn(String way, EntraCredentialBuilder builder, int seconds) {
                    try {
                        builder.tenant("t").clientId("c").authority("https://127.0.0.1:1").build()
                                .token(new TokenRequest(Cloud.PUBLIC, Duration.ofSeconds(seconds), null));
                    } catch (CredentialException e) {
                        System.out.println(way + ": " + e.getMessage());
                    }
                }
            }
            """)
        assert ToolProvider.findFirst('javac').get().run(System.out, System.err, '-d', directory.toString(),
                '--module-path', modules, directory.resolve('module-info.java').toString(), directory.resolve('consumer/Main.java').toString()) == 0
        def process = new ProcessBuilder(Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-XX:TieredStopAtLevel=1',
                '--module-path', [directory, modules].join(File.pathSeparator), '-m', 'consumer/consumer.Main').redirectErrorStream(true).start()
        output = process.inputStream.text
        assert process.waitFor(5, TimeUnit.MINUTES)
    }

    def 'signing in by #way finds every class that it needs, and fails because no server listens'() {
        expect:
        output.readLines().any { it.startsWith("$way: ") && it.contains(end) }

        where:
        way             || end
        'refresh token' || 'Could not connect to 127.0.0.1:1 '
        'device code'   || 'Could not connect to 127.0.0.1:1 '
        'browser'       || "did not finish within the call's timeout"
    }
}
