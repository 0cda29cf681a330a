package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.MediaType
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Files
import java.nio.file.Path

/**
 * Writes responses to files like our fixtures: one file with the body, unchanged except for what is redacted, and one with the
 * request line, the status and the headers that the spec describes.
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
        all.findAll { it.exchange != null }.each { ProbeResult result ->
            String name = result.probe.name.replaceAll(/[^A-Za-z0-9]+/, '-').toLowerCase(Locale.ROOT)
            Files.write(folder.resolve("${result.status}-$name.${suffix(result.mediaType)}"), redaction.of(result.response.body))
            Files.writeString(folder.resolve("${result.status}-${name}.http"), redaction.of(head(result)))
        }
    }

    private String head(ProbeResult result) {
        ["${result.exchange.request.method} ${result.exchange.request.target}".toString(), *lines(result.exchange.request.headers), '',
         "${result.status}".toString(), *lines(result.response.headers), ''].join('\n')
    }

    /** Leaves out unknown headers, among them Authorization and Set-Cookie. */
    private List<String> lines(List<HttpHeader> headers) {
        headers.findAll { HttpHeader it -> it.name.toLowerCase(Locale.ROOT) in known }.collect { HttpHeader it -> "$it.name: $it.value".toString() }
    }

    private static String suffix(MediaType type) {
        type == null ? 'bin' : type.json ? 'json' : type.xml ? 'xml' : 'txt'
    }
}
