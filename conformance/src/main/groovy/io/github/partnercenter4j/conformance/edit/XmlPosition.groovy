package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic

/** Where the value of a place is in XML. */
@CompileStatic
interface XmlPosition {
    void drop()

    /** Sets it to nil. */
    void nothing()

    void empty()

    /** Sets another value of the same type. */
    void change()

    /** Sets a value of a type: string, fraction or object. */
    void put(String type)

    void text(String value)

    void rename(String name)

    void repeat()

    /** Moves the name into another namespace; null for none. */
    void move(String namespace)
}
