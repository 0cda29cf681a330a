package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.JsonNode
import io.github.partnercenter4j.testing.Javac
import io.github.partnercenter4j.testing.Regeneration
import io.swagger.v3.core.util.Yaml
import java.nio.file.Files
import java.nio.file.Path

/**
 * A changed copy of the document, generated with the project's own options and templates, compiled, and put under the
 * unchanged extension in a class loader of its own: what a regeneration gives to whoever changes the document.
 */
class GeneratedVariant implements Closeable {
    private static final Path GENERATOR = Path.of('..', 'client-generated').toAbsolutePath().normalize()

    final Path sources
    final URLClassLoader loader

    private GeneratedVariant(Path sources, URLClassLoader loader) {
        this.sources = sources
        this.loader = loader
    }

    /** Generates and compiles; what javac has to say is a failure. */
    static GeneratedVariant of(Path directory, JsonNode document) {
        def spec = Files.createDirectories(directory).resolve('spec.yaml')
        Files.writeString(spec, Yaml.mapper().writeValueAsString(document))
        def output = directory.resolve('generated')
        Regeneration.run(GENERATOR, spec, output)
        def sources = output.resolve('src/main/java')
        def classes = directory.resolve('classes')
        Javac.compile(javaFiles(sources), classes, needs())
        def urls = [classes.toUri().toURL()] + libraries().collect { it.toUri().toURL() }
        new GeneratedVariant(sources, new URLClassLoader(urls as URL[], ClassLoader.platformClassLoader))
    }

    /** On a class path the module has no place. */
    private static List<Path> javaFiles(Path sources) {
        Files.walk(sources).withCloseable { walk ->
            walk.filter { it.toString().endsWith('.java') && it.fileName.toString() != 'module-info.java' }.toList()
        }
    }

    /** All that generated code may ask for. */
    private static List<Path> needs() {
        libraries().findAll { it.fileName.toString() ==~ /(feign-core|jackson-annotations|jspecify)-.*/ }
    }

    /** What a consumer has on the class path, but for the generated client that the variant replaces. */
    private static List<Path> libraries() {
        Javac.testClassPath.findAll { path ->
            !path.endsWith('test-classes') && !path.fileName.toString().startsWith('partnercenter4j-client-generated') &&
                    !path.endsWith('client-generated/target/classes')
        }
    }

    Class<?> load(String name) {
        loader.loadClass('io.github.partnercenter4j.' + name)
    }

    String source(String name) {
        Files.readString(sources.resolve('io/github/partnercenter4j/' + name.replace('.', '/') + '.java'))
    }

    @Override
    void close() {
        loader.close()
    }
}
