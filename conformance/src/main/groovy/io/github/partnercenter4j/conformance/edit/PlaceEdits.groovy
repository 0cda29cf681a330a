package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar

/** Makes alterations of a response's body, by the aspect of a requirement. */
@CompileStatic
class PlaceEdits {
    static Alteration aspect(String mediaType, Route route, String aspect) {
        body(mediaType) { BodyEdit edit -> edited(edit, route, aspect) }
    }

    static Alteration body(String mediaType, Closure<byte[]> change) {
        { HttpResponse response -> response.uncompressed().withBody(change.call(BodyEdits.of(mediaType, response.content()))) } as Alteration
    }

    private static byte[] edited(BodyEdit edit, Route route, String aspect) {
        if (aspect.startsWith('wrong-type/')) {
            return edit.put(route, aspect.substring('wrong-type/'.length()))
        }
        if (aspect ==~ /int(32|64)\/(above|below)/) {
            return edit.text(route, bound(aspect))
        }
        switch (aspect) {
            case ['required', 'absent']: return edit.drop(route)
            case 'present': return edit.change(route)
            case 'null': return edit.nothing(route)
            case 'empty': return edit.empty(route)
            case 'null-item': return edit.nothingForItem(route)
            case 'wrong-item': return edit.wrongItem(route)
            case ['uuid', 'date', 'date-time', 'enum']: return edit.text(route, 'none of them')
            case Limits.KEYWORDS: return edit.text(route, new Limits(route.last.schema as Scalar).beyond(aspect))
            case 'additional': return edit.add(route)
        }
        throw new IllegalArgumentException("The aspect '$aspect' has no edit")
    }

    /** Returns the number of an aspect such as int32/above. */
    static BigInteger bound(String aspect) {
        List<String> parts = aspect.tokenize('/')
        BigInteger bound = Limits.INTEGERS[parts[0]][parts[1] in ['max', 'above'] ? 1 : 0].toBigIntegerExact()
        parts[1] == 'above' ? bound + 1 : parts[1] == 'below' ? bound - 1 : bound
    }
}
