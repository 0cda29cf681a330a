package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.MediaType
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Files
import java.nio.file.Path

/**
 * Writes answers down as our fixtures are: a file for the body, byte for byte but for what is redacted, named by what it
 * is; and one for the heads, with the headers that the document knows and no others.
 */
@CompileStatic
class Recording {
    private static final List<String> KNOWN = ['content-type', 'content-length', 'content-encoding', 'retry-after', 'accept', 'www-authenticate']

    private final Path folder
    private final Redaction redaction
    private final Set<String> known = new HashSet<>(KNOWN)

    Recording(Path folder, Redaction redaction, SpecModel spec) {
        this.folder = folder
        this.redaction = redaction
        Operation operation = spec.operation(Probe.OPERATION)
        known.addAll(operation.parameters().findAll { it.in() == 'header' }*.name()*.toLowerCase(Locale.ROOT))
        known.addAll(operation.responses()*.headers().flatten().collect { ((Operation.Header) it).name().toLowerCase(Locale.ROOT) })
    }

    void write(List<ProbeResult> all) {
        Files.createDirectories(folder)
        all.findAll { it.exchange != null }.each { ProbeResult asked ->
            String name = asked.probe.name.replaceAll(/[^A-Za-z0-9]+/, '-').toLowerCase(Locale.ROOT)
            Files.write(folder.resolve("${asked.status}-$name.${suffix(asked.mediaType)}"), redaction.of(asked.answer.body))
            Files.writeString(folder.resolve("${asked.status}-${name}.http"), redaction.of(head(asked)))
        }
    }

    private String head(ProbeResult asked) {
        ["${asked.exchange.request.method} ${asked.exchange.request.target}".toString(), *lines(asked.exchange.request.headers), '',
         "${asked.status}".toString(), *lines(asked.answer.headers), ''].join('\n')
    }

    /** Authorization and Set-Cookie are among those that are left out. */
    private List<String> lines(List<HttpHeader> headers) {
        headers.findAll { HttpHeader it -> it.name.toLowerCase(Locale.ROOT) in known }.collect { HttpHeader it -> "$it.name: $it.value".toString() }
    }

    private static String suffix(MediaType type) {
        type == null ? 'bin' : type.json ? 'json' : type.xml ? 'xml' : 'txt'
    }
}
