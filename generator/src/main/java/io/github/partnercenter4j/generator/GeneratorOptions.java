package io.github.partnercenter4j.generator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** What this generator takes from the file of options that also generates the client of this project. */
@JsonIgnoreProperties(ignoreUnknown = true)
record GeneratorOptions(
        Map<String, String> typeMappings, Map<String, Object> additionalProperties, String implicitHeadersRegex) {
    static GeneratorOptions read(String resource) {
        try (InputStream options = GeneratorOptions.class.getClassLoader().getResourceAsStream(resource)) {
            return Yaml.mapper().readValue(options, GeneratorOptions.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The options of the generator could not be read: " + resource, e);
        }
    }
}
