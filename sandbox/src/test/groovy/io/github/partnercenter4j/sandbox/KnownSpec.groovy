package io.github.partnercenter4j.sandbox

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** The bundled spec with only the properties of the checked-in bodies, so that a new property in the spec does not change them. */
class KnownSpec {
    private static final Map<String, List<String>> PROPERTIES = [
        Link: ['uri', 'method', 'headers', 'body'],
        KeyValuePair: ['key', 'value'],
        ResourceLinks: ['self', 'next', 'previous'],
        ResourceAttributes: ['etag', 'objectType'],
        OrderLineItemProvisioningStatus: ['orderLineItemId', 'lineItemNumber', 'status', 'quantityProvisioningInformation'],
        QuantityProvisioningStatus: ['quantity', 'status'],
        OrderLineItemProvisioningStatusCollection: ['totalCount', 'items', 'links', 'attributes'],
        Fault: ['code', 'description', 'data', 'source'],
    ]

    static final SpecModel MODEL = SpecModel.read(text())

    private static String text() {
        def document = new YAMLMapper().readTree(SpecModel.bundled().source())
        PROPERTIES.each { schema, properties -> document.at("/components/schemas/$schema/properties").retain(properties) }
        new YAMLMapper().writeValueAsString(document)
    }
}
