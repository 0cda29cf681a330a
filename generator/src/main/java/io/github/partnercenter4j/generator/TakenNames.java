package io.github.partnercenter4j.generator;

import java.util.Set;

/** Java names that a document may ask for, but that mean something else in the generated code. */
final class TakenNames {
    /**
     * The types that the templates name. A record of such a name would hide them. Those of properties are in the type mappings of
     * the generator.
     */
    static final Set<String> TYPES = Set.of(
            "ApiResponse",
            "Builder",
            "Collections",
            "Deprecated",
            "Headers",
            "JsonCreator",
            "JsonInclude",
            "JsonProperty",
            "JsonRootName",
            "JsonValue",
            "LinkedHashMap",
            "LinkedHashSet",
            "Nullable",
            "Objects",
            "Operation",
            "Override",
            "Param",
            "ParameterFormat",
            "RequestLine",
            "Void",
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
