package io.github.partnercenter4j.sandbox.internal.body;

import io.github.partnercenter4j.sandbox.spec.Schema.XmlForm;

/** The name of an element or attribute. */
record XmlName(String local, XmlForm form) {

    String qualified() {
        return form.prefix() == null ? local : form.prefix() + ":" + local;
    }
}
