package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;

/** A form in which the answer is shown. */
interface Output {
    /** Writes the whole answer, with the line ends of the form. */
    String write(OrderLineItemProvisioningStatusCollection status);

    /** The forms to choose from. */
    enum Form {
        TABLE,
        JSON,
        CSV
    }
}
