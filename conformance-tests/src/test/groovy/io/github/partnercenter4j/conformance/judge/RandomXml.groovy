package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.Schema.XmlForm
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Makes random XML that conforms to a schema, and alterations of it that mostly do not. */
@CompileStatic
class RandomXml {
    private static final List<String> TEXTS = ['fulfilled', 'x', '', ' ', 'a  b', '\u00a0', 'é日😀', '&lt;&amp;&#13;', '<![CDATA[<x/>]]>', 'a<!-- c -->b']
    private static final List<String> JUNK = ['', ' ', '0', '1', '-0', '+1', '01', ' 7\n', '1.0', '1e0', '0x1', '２', '\u00a01', '2147483647', '2147483648', '-2147483649',
                                              '9223372036854775808', 'true', 'TRUE', 'x', '<x/>', '1<x/>', '<![CDATA[1]]>', '1<!-- c -->2', 'd0e38dfd-a2c5-4a14-ac06-12d30f0ec54e']
    private static final List<String> BETWEEN = ['', '', '', '', '\n  ', '<!-- c -->', '<?p i?>', '<unknown a="1">x<y/></unknown>', '<n:u xmlns:n="urn:n"/>']
    private static final List<String> ATTRIBUTES = [' a="1"', ' xmlns:n="urn:n"', ' xmlns="urn:n"', ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"', ' xml:lang="en"']
    private static final int DEEPEST = 4

    private final SpecModel spec
    private final Random random

    RandomXml(SpecModel spec, long seed) {
        this.spec = spec
        random = new Random(seed)
    }

    String good(Schema schema) {
        ObjectSchema root = (ObjectSchema) spec.resolve(schema)
        element(root.xmlName(), root.xml(), root, 0)
    }

    /** Changes one random place: a tag, an attribute or a text is changed, or a piece is removed, repeated or moved. */
    String altered(String good) {
        List<String> pieces = pieces(good)
        int place = random.nextInt(pieces.size())
        String piece = pieces[place]
        switch (random.nextInt(7)) {
            case 0: pieces[place] = piece.startsWith('<') && !piece.startsWith('<!') ? piece.replaceFirst(/^(<[^\s\/>]+)/, '$1' + pick(ATTRIBUTES)) : pick(JUNK); break
            case 1: pieces.add(place, pick(JUNK)); break
            case 2: pieces[place] = piece.startsWith('<') ? piece : pick(JUNK); break
            case 3: remove(pieces, place); break
            case 4: pieces.addAll(place, whole(pieces, place)); break
            case 5: rename(pieces, place); break
            default: move(pieces, place)
        }
        pieces.join('')
    }

    private String element(String local, XmlForm xml, Schema schema, int depth) {
        Schema form = spec.resolve(schema)
        String name = xml.prefix() == null ? local : "${xml.prefix()}:$local"
        String start = name + declaration(xml) + (form instanceof ObjectSchema ? attributes((ObjectSchema) form, depth) : '')
        String content = form instanceof Scalar ? scalar(form) : form instanceof ArraySchema ? items(form, depth) : properties((ObjectSchema) form, depth)
        content.empty && random.nextBoolean() ? "<$start/>" : "<$start>$content</$name>"
    }

    private static String declaration(XmlForm xml) {
        xml.namespace() == null ? '' : xml.prefix() == null ? " xmlns=\"${xml.namespace()}\"" : " xmlns:${xml.prefix()}=\"${xml.namespace()}\""
    }

    private String attributes(ObjectSchema form, int depth) {
        form.properties().findAll { Property it -> it.xml().attribute() && (it.required() || depth < DEEPEST && random.nextBoolean()) }.collect { Property it ->
            String value = scalar((Scalar) spec.resolve(it.schema())).replaceAll('<[^>]*>', '')
            // A prefix that is declared by nothing else.
            it.xml().namespace() == null ? " ${it.xmlName()}=\"$value\"" : " xmlns:attr=\"${it.xml().namespace()}\" attr:${it.xmlName()}=\"$value\""
        }.join('')
    }

    private String properties(ObjectSchema form, int depth) {
        List<String> elements = []
        for (Property property : form.properties().findAll { Property it -> !it.xml().attribute() }) {
            Schema schema = spec.resolve(property.schema())
            if (schema instanceof ArraySchema && !((ArraySchema) schema).wrapped()) {
                elements.addAll(itemElements((ArraySchema) schema, depth))
            } else if (property.required() || depth < DEEPEST && random.nextBoolean()) {
                elements << element(property.xmlName(), property.xml(), schema, depth + 1)
            }
        }
        Collections.shuffle(elements, random)
        elements.collect { String it -> between(form) + it }.join('') + between(form)
    }

    private String between(ObjectSchema form) {
        String piece = pick(BETWEEN)
        form.closed() && piece =~ /^<\w/ ? '' : piece
    }

    private String items(ArraySchema form, int depth) {
        itemElements(form, depth).collect { String it -> pick(['', ' ', '<!-- c -->']) + it }.join('')
    }

    private List<String> itemElements(ArraySchema form, int depth) {
        (0..<random.nextInt(depth < DEEPEST ? 3 : 1)).collect { element(form.itemXmlName(), form.itemXml(), form.items(), depth + 1) }
    }

    private String scalar(Scalar form) {
        if (!form.values().isEmpty()) {
            return pick(form.values())
        }
        switch (form.type()) {
            case Scalar.Type.INTEGER: return number(form, [random.nextInt().toString(), '0', '-0', '2147483647', '-2147483648'])
            case Scalar.Type.NUMBER: return number(form, ['1.5', '-0.25', '7', '1E+3', '0', '-0.0'])
            case Scalar.Type.BOOLEAN: return pick(['true', 'false', ' true'])
            default: return text(form)
        }
    }

    /** Returns one of the choices that are in range, or a bound. */
    private String number(Scalar form, List<String> choices) {
        List<BigDecimal> bounds = [form.bounds().minimum(), form.bounds().maximum()].findAll { it != null }
        pick(['', ' ', '\n']) + pick(bounds*.toString() + choices.findAll { new Limits(form).allow(it as BigDecimal) })
    }

    private String text(Scalar form) {
        switch (form.format()) {
            case 'uuid': return UUID.nameUUIDFromBytes(random.nextLong().toString().bytes).toString()
            case 'date': return pick(['2026-11-21', ' 2026-11-21'])
            case 'date-time': return pick(['2026-11-21T09:30:00Z', '2026-11-21T09:30:00.25-08:00'])
        }
        Integer longest = form.bounds().maxLength()
        if (longest == null) {
            return 'x' * form.bounds().minLength() + pick(TEXTS)
        }
        pick(['x', 'é', '日', '😀', ' ']) * (form.bounds().minLength() + random.nextInt(longest - form.bounds().minLength() + 1))
    }

    /** Splits XML into tags, comments, instructions, CDATA sections and text. */
    private static List<String> pieces(String xml) {
        (xml =~ /(?s)<!--.*?-->|<!\[CDATA\[.*?]]>|<[^>]*>|[^<]+/).collect { it as String }
    }

    /** Returns the pieces of the element that begins at a place, or the piece alone. */
    private static List<String> whole(List<String> pieces, int place) {
        String start = pieces[place]
        if (!(start =~ /^<\w/) || start.endsWith('/>')) {
            return [start]
        }
        int depth = 0
        for (int i = place; i < pieces.size(); i++) {
            depth += pieces[i] =~ /^<\// ? -1 : pieces[i] =~ /^<\w/ && !pieces[i].endsWith('/>') ? 1 : 0
            if (depth == 0) {
                return new ArrayList<>(pieces.subList(place, i + 1))
            }
        }
        [start]
    }

    private static List<String> remove(List<String> pieces, int place) {
        List<String> cut = whole(pieces, place)
        cut.size().times { pieces.remove(place) }
        cut
    }

    private void move(List<String> pieces, int place) {
        List<String> cut = remove(pieces, place)
        pieces.addAll(random.nextInt(pieces.size() + 1), cut)
    }

    /** Renames to a name in another case, to another name of the same XML, or to an unknown name. */
    private void rename(List<String> pieces, int place) {
        List<String> cut = remove(pieces, place)
        String old = cut[0].replaceAll(/^<([^\s\/>]*).*/, '$1')
        List<String> names = pieces.findAll { it ==~ /<\w+\/?>/ }.collect { it.replaceAll(/\W/, '') }
        String fresh = pick([old.capitalize(), old.toUpperCase(Locale.ROOT), 'other', 'n:' + old] + names)
        if (cut[0] =~ /^<\w/) {
            cut[0] = cut[0].replaceFirst(/^<[^\s\/>]*/, '<' + fresh)
            if (cut.size() > 1) {
                cut[-1] = '</' + fresh + '>'
            }
        }
        pieces.addAll(place, cut)
    }

    private String pick(List<String> choices) {
        choices[random.nextInt(choices.size())]
    }
}
