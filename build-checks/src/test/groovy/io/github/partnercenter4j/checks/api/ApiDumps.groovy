package io.github.partnercenter4j.checks.api

import io.github.partnercenter4j.api.Apis
import io.github.partnercenter4j.checks.Repository
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.conformance.ConformanceSuite
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.spring.PartnerCenterBuilderCustomizer
import java.nio.file.Files
import java.nio.file.Path

/** The public API of each published library, and the checked-in dump of it. */
class ApiDumps {
    static final Map<String, Class<?>> LIBRARIES = ['client-generated': Apis, 'client-ext': PartnerCenter, 'sandbox': PartnerCenterSandbox, 'conformance': ConformanceSuite,
                                                    'spring-boot-starter': PartnerCenterBuilderCustomizer]

    static Path file(String library, Path root = Repository.ROOT) {
        root.resolve(library).resolve('public-api.txt')
    }

    /** The engine of the conformance suite has no module descriptor that hides it. */
    private static Set<String> packages(String library) {
        library == 'conformance' ? [ConformanceSuite.packageName] as Set : null
    }

    static String now(String library) {
        def type = LIBRARIES[library]
        new PublicApi(Path.of(type.protectionDomain.codeSource.location.toURI()), type.classLoader, packages(library)).text
    }

    /** Returns the removed lines, then the added lines. */
    static List<String> changes(String before, String after) {
        def old = before.readLines()
        def now = after.readLines()
        (old - now).collect { '- ' + it.trim() } + (now - old).collect { '+ ' + it.trim() }
    }

    /** Writes all dumps below the given folder. "mvn -Prenew-api verify -pl build-checks -am" calls it. */
    static void main(String[] arguments) {
        LIBRARIES.keySet().each { Files.writeString(file(it, Path.of(arguments[0])), now(it)) }
    }
}
