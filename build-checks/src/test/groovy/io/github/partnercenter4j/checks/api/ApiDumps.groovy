package io.github.partnercenter4j.checks.api

import io.github.partnercenter4j.api.Apis
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.nio.file.Files
import java.nio.file.Path

/** The public API of each published library, and the dump of it that is checked in. */
class ApiDumps {
    static final Map<String, Class<?>> LIBRARIES = ['client-generated': Apis, 'client-ext': PartnerCenter, 'sandbox': PartnerCenterSandbox]

    static Path file(String library, Path root = Path.of('..')) {
        root.resolve(library).resolve('public-api.txt')
    }

    static String now(String library) {
        def type = LIBRARIES[library]
        new PublicApi(Path.of(type.protectionDomain.codeSource.location.toURI()), type.classLoader).text
    }

    /** The lines that went, and those that came. */
    static List<String> changes(String before, String after) {
        def old = before.readLines()
        def now = after.readLines()
        (old - now).collect { '- ' + it.trim() } + (now - old).collect { '+ ' + it.trim() }
    }

    /** Renews every dump below the folder given: "mvn -Prenew-api verify". */
    static void main(String[] arguments) {
        LIBRARIES.keySet().each { Files.writeString(file(it, Path.of(arguments[0])), now(it)) }
    }
}
