package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Route

/** Changes one place of a body in any format. A list is entered at its first item. */
@CompileStatic
interface BodyEdit {
    /** A name that no spec has. */
    String UNKNOWN = 'unknownToAnySpec'

    /** Removes the place. */
    byte[] drop(Route route)

    /** Sets it to the null of the format. */
    byte[] nothing(Route route)

    /** Empties it: an empty text, list or object. */
    byte[] empty(Route route)

    /** Sets another value of the same type. */
    byte[] change(Route route)

    /** Sets a value of a type: number, fraction, boolean, string, array or object. */
    byte[] put(Route route, String type)

    /** Sets a scalar. */
    byte[] text(Route route, Object value)

    /** Renames the property. */
    byte[] rename(Route route, String name)

    /** Renames the first item of a list, if the format has names for items. */
    byte[] renameItem(Route route, String name)

    /** Renames the root, or changes its type if the format has no name for the root. */
    byte[] otherRoot()

    /** Repeats the property. */
    byte[] twice(Route route)

    /** Sets the first item of a list, or the first value of a map, to null. */
    byte[] nothingForItem(Route route)

    /** Sets the first item of a list, or the first value of a map, to a value of another type. */
    byte[] wrongItem(Route route)

    /** Adds an unknown property to the object, or to the first object in the list or map. */
    byte[] add(Route route)

    /** Adds an unknown property to the body. */
    byte[] addToRoot()
}
