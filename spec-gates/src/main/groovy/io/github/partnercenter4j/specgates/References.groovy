package io.github.partnercenter4j.specgates

/** Follows the references of a document, and notes each target that does not exist. */
class References {
    private final Map<String, List<String>> missing = [:]

    /** Returns the place itself, the target of its reference, or null if the reference leads nowhere. */
    Place resolved(Place place, String kind) {
        if (!place.has('$ref')) {
            return place
        }
        place.keys([$ref: 'string'])
        def reference = place.text('$ref')
        def from = place.at('$ref')
        if (!reference.startsWith('#')) {
            from.reject("refers to another document: $reference", 'Copy what it refers to into this document, and refer to it there.')
            return null
        }
        if (!(reference ==~ "#/components/$kind/[^/]+")) {
            from.reject("is $reference", "Refer to one of #/components/$kind.")
            return null
        }
        if (place.document.at(reference.substring(1)).missingNode) {
            missing.computeIfAbsent(reference) { [] } << from.pointer
            return null
        }
        new Place(place.document, reference.substring(1), place.objections)
    }

    /** Returns one objection for each missing target, at the first reference to it. */
    List<Objection> missing() {
        missing.collect { target, places ->
            def count = places.size() == 1 ? '' : " (one of ${places.size()} references to it)"
            new Objection(places[0], "refers to $target, which does not exist$count", 'Add it, or refer to something that exists.')
        }
    }
}
