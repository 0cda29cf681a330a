package io.github.partnercenter4j.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;

/** The answer in the document's own JSON form, the same whichever format it came in. */
final class JsonWriter implements OutputWriter {
    @Override
    public String write(OrderLineItemProvisioningStatusCollection status) {
        try {
            // Outside strings JSON has no character to escape but the line feeds, and within them an escape says the
            // same.
            return Printable.escapeLines(writer().writeValueAsString(status)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of the generated client can not be written", e);
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
