package io.github.partnercenter4j.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.partnercenter4j.client.orders.ProvisioningStatus;

/** Writes the JSON that the OpenAPI document defines, whether the service sent JSON or XML. Several pages become one. */
final class JsonWriter implements OutputWriter {
    @Override
    public String write(ProvisioningStatus status) {
        try {
            // Only strings can hold characters that need escaping, and there a JSON escape means the same character.
            return Printable.escapeLines(writer().writeValueAsString(status.asOnePage())) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of the generated client cannot be written as JSON", e);
        }
    }

    private static ObjectWriter writer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return JsonMapper.builder().build().writer(printer);
    }
}
