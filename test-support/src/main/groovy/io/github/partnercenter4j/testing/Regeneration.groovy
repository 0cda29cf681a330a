package io.github.partnercenter4j.testing

import java.nio.file.Files
import java.nio.file.Path
import org.openapitools.codegen.DefaultGenerator
import org.openapitools.codegen.config.CodegenConfigurator

/** Runs the generator as the build does, with the options and templates of a folder client-generated. */
class Regeneration {
    static void run(Path clientGenerated, Path document, Path output) {
        def configurator = CodegenConfigurator.fromFile(clientGenerated.resolve('openapi-generator.yaml').toString())
        configurator.inputSpec = document.toString()
        configurator.outputDir = output.toString()
        configurator.templateDir = clientGenerated.resolve('templates').toString()
        run(configurator)
    }

    static void run(CodegenConfigurator configurator) {
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate()
    }

    /** Returns each generated source by name, in Base64 so that maps are compared by content. */
    static Map<String, String> sources(Path output) {
        Files.walk(output.resolve('src')).withCloseable { walk ->
            walk.findAll { Files.isRegularFile(it) }.collectEntries { [output.relativize(it).toString(), Files.readAllBytes(it).encodeBase64().toString()] }
        }
    }

    /** Generates for the clone in the given folder, into its subfolder generated. */
    static void main(String[] arguments) {
        def clone = Path.of(arguments[0])
        run(clone.resolve('client-generated'), clone.resolve('api-spec/partner-center-orders.yaml'), clone.resolve('generated'))
    }
}
