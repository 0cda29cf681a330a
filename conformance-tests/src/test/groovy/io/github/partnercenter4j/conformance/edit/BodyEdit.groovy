package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Route

/** Changes of one place of a body, whatever its format. In a list, of the first item. */
@CompileStatic
interface BodyEdit {
    /** Without the place. */
    byte[] drop(Route route)

    /** With null there, in the way of the format. */
    byte[] nothing(Route route)

    /** With nothing in it: an empty text, list or object. */
    byte[] empty(Route route)

    /** With another value of the same type. */
    byte[] change(Route route)

    /** With a number, fraction, boolean, string, array or object there, as the format writes it. */
    byte[] put(Route route, String type)

    /** With a scalar there, written out. */
    byte[] text(Route route, Object value)

    /** Under another name. */
    byte[] rename(Route route, String name)

    /** With the first item of a list under another name, where the format names items. */
    byte[] renameItem(Route route, String name)

    /** Under another name, where the format names the root, and else of another type. */
    byte[] otherRoot()

    /** Given a second time. */
    byte[] twice(Route route)

    /** With null for the first item of a list. */
    byte[] nothingForItem(Route route)

    /** With what is no item for the first item of a list. */
    byte[] wrongItem(Route route)

    /** With a property in the object there that no spec knows. */
    byte[] add(Route route)
}
