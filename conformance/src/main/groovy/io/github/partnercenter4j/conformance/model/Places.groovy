package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Place
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Lists the places of a body, those in the values of maps too: {@code attributes.*.value} is in any value of the map {@code attributes}. */
@CompileStatic
class Places {
    /** Stands for any key of a map. */
    static final String ANY_KEY = '*'
    /** The keys of the maps that the suite makes. */
    static final List<String> KEYS = ['key1', 'key2'].asImmutable()

    private final SpecModel spec
    private final List<Place> all = []

    private Places(SpecModel spec) {
        this.spec = spec
    }

    static List<Place> of(SpecModel spec, Schema root) {
        Places places = new Places(spec)
        places.collect('', root, [] as Set<Schema>)
        places.all
    }

    /** Returns the position of the first item of each list and the first value of each map, such as {@code items[0].status}. */
    static String first(String path) {
        path.replace('[]', '[0]').replaceAll(/(^|\.)\*/, '$1' + KEYS[0])
    }

    private void collect(String path, Schema schema, Set<Schema> within) {
        Schema form = spec.resolve(schema)
        if (form instanceof ArraySchema) {
            collect(path + '[]', form.items(), within)
        } else if (form instanceof ObjectSchema && within.add(form)) {
            Set<Schema> around = new LinkedHashSet<>(within)
            around.remove(form)
            // A body has no values for objects that contain themselves without end.
            for (Property property : form.properties().findAll { Property it -> !around.contains(entered(spec, it.schema())) }) {
                all << new Place(below(path, property.name()), property)
                collect(below(path, property.name()), property.schema(), within)
            }
            if (form.additional() != null) {
                collect(below(path, ANY_KEY), form.additional(), within)
            }
            within.remove(form)
        }
    }

    /** Returns the schema of the value; that of the innermost items or values if it is a list or a map. */
    static Schema entered(SpecModel spec, Schema schema) {
        Schema form = spec.resolve(schema)
        if (form instanceof ArraySchema) {
            return entered(spec, form.items())
        }
        Schema additional = form instanceof ObjectSchema ? form.additional() : null
        additional == null ? form : entered(spec, additional)
    }

    private static String below(String path, String name) {
        path.empty ? name : path + '.' + name
    }
}
