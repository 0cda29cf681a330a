package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.checks.Sources
import io.github.partnercenter4j.testing.Javac
import io.github.partnercenter4j.testing.Regeneration
import java.nio.file.Files
import java.nio.file.Path
import org.openapitools.codegen.config.CodegenConfigurator
import org.openapitools.codegen.config.GlobalSettings

/** What our generator makes of a document of another project, as openapi-generator-maven-plugin runs it: compiled, and loaded beside the unchanged client. */
class OwnClient implements Closeable {
    final Path sources
    private final URLClassLoader loader

    private OwnClient(Path sources, URLClassLoader loader) {
        this.sources = sources
        this.loader = loader
    }

    /** Generates and compiles. A warning of javac is a failure. */
    static OwnClient of(Path folder, String document, Map<String, String> schemaMappings = [:]) {
        def sources = generate(folder, document, schemaMappings)
        def classes = folder.resolve('classes')
        Javac.compile(Sources.javaFiles(sources), classes, Javac.testClassPath)
        new OwnClient(sources, new URLClassLoader([classes.toUri().toURL()] as URL[], OwnClient.classLoader))
    }

    /** Generates with the options that a user of the plugin has. Returns the folder with the sources. */
    static Path generate(Path folder, String document, Map<String, String> schemaMappings = [:]) {
        generateFrom(folder, Files.writeString(Files.createDirectories(folder).resolve('own.yaml'), document).toString(), schemaMappings)
    }

    /** @param location a file, a URL or a resource of the class path */
    static Path generateFrom(Path folder, String location, Map<String, String> schemaMappings = [:]) {
        def configurator = new CodegenConfigurator()
        configurator.generatorName = 'partnercenter4j'
        configurator.inputSpec = location
        configurator.outputDir = folder.resolve('generated').toString()
        configurator.apiPackage = 'own.api'
        configurator.modelPackage = 'own.model'
        configurator.schemaMappings = schemaMappings
        ['apis', 'models', 'supportingFiles'].each { GlobalSettings.setProperty(it, '') }
        ['apiTests', 'modelTests', 'apiDocs', 'modelDocs'].each { GlobalSettings.setProperty(it, 'true') }
        Regeneration.run(configurator)
        folder.resolve('generated/src/main/java')
    }

    Class<?> load(String name) {
        loader.loadClass('own.' + name)
    }

    @Override
    void close() {
        loader.close()
    }
}
