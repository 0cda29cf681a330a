package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.JsonNode
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.testing.Javac
import io.github.partnercenter4j.testing.Regeneration
import io.swagger.v3.core.util.Yaml
import java.nio.file.Files
import java.nio.file.Path

/**
 * A client that is generated from a changed copy of the spec with the project's options and templates, and compiled. Its own class
 * loader also has the unchanged client, so it is what you get when you change the spec and build again.
 */
class GeneratedVariant implements Closeable {
    private static final Path GENERATOR = ProjectFolder.REPOSITORY.resolve('client-generated')

    final Path sources
    final URLClassLoader loader

    private GeneratedVariant(Path sources, URLClassLoader loader) {
        this.sources = sources
        this.loader = loader
    }

    /** Generates and compiles the client. A warning of javac is a failure. */
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

    /** Leaves out the module descriptor, because the client is used on the class path. */
    private static List<Path> javaFiles(Path sources) {
        Files.walk(sources).withCloseable { walk ->
            walk.filter { it.toString().endsWith('.java') && it.fileName.toString() != 'module-info.java' }.toList()
        }
    }

    /** The libraries that generated code may use. */
    private static List<Path> needs() {
        libraries().findAll { it.fileName.toString() ==~ /(feign-core|jackson-annotations|jspecify)-.*/ }
    }

    /** The class path of a consumer, without the generated client that this one replaces. */
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
