package io.github.partnercenter4j.generator;

import java.util.Set;

/** Java names that a document may ask for, but that mean something else in the generated code. */
final class TakenNames {
    /**
     * Types that the templates name. A record of such a name would hide them. OpenAPI Generator knows others, as types of properties
     * or as imports.
     */
    static final Set<String> TYPES = Set.of(
            "Builder",
            "Collections",
            "Deprecated",
            "Headers",
            "JsonRootName",
            "LinkedHashMap",
            "Nullable",
            "Operation",
            "Override",
            "Param",
            "ParameterFormat",
            "RequestLine",
            "XmlName");

    /**
     * Names of methods that a component of a record (Java Language Specification 8.10.1) and an operation cannot have, the two
     * methods that each record has for its builder, and two words that are reserved (3.10.3) and that the generator does not know.
     */
    static final Set<String> METHODS = Set.of(
            "builder",
            "clone",
            "false",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toBuilder",
            "toString",
            "true",
            "wait");

    private TakenNames() {}
}
