package io.github.partnercenter4j.specgates

/**
 * Objects to everything that the generator, the client, the sandbox or the suite does not support, to a value of the wrong type and to a
 * reference without a target. A document that passes has the shape that all other gates and tools expect.
 */
class Structure {
    static final String VERSION = '3.0.3'
    private static final List<String> METHODS = SpecTree.METHODS - ['head', 'trace']
    private static final Map<String, String> DESCRIBED = [description: 'string']
    private static final Map<String, String> OPERATION = [tags: 'list', operationId: 'string', summary: 'string', description: 'string', externalDocs: 'object',
                                                          deprecated: 'boolean', parameters: 'list', responses: 'object', security: 'list']
    private static final Map<String, String> VALUE = [required: 'boolean', description: 'string', deprecated: 'boolean', schema: 'object', example: null]
    /** A client sends these by itself, and OpenAPI says that a description of them is ignored. */
    private static final List<String> RESERVED_HEADERS = ['accept', 'content-type', 'authorization']

    private final List<Objection> objections = []
    private final References references = new References()
    private final SchemaStructure schemas = new SchemaStructure(references)
    private final Place root

    private Structure(SpecTree document) {
        root = new Place(document, '', objections)
    }

    static List<Objection> check(SpecTree document) {
        def structure = new Structure(document)
        structure.document()
        structure.objections + structure.references.missing()
    }

    private void document() {
        if (!root.object) {
            return
        }
        if (root.text('openapi') != VERSION) {
            def found = root.has('openapi') ? "is ${root.text('openapi')}" : 'is missing'
            root.at('openapi').reject(found, "Write $VERSION, and what that version has: the generator, the sandbox and the suite support no other.")
            return
        }
        root.keys([openapi: 'string', info: 'object', externalDocs: 'object', servers: 'list', security: 'list', tags: 'list', paths: 'object', components: 'object'])
        if (!root.needs('info', 'servers', 'paths', 'components')) {
            return
        }
        info()
        notes(root, 'externalDocs', ['description', 'url'], 'url')
        servers()
        if (root.has('tags')) {
            root.at('tags').items { Place tag ->
                tag.keys([name: 'string', description: 'string', externalDocs: 'object']) && tag.needs('name')
                notes(tag, 'externalDocs', ['description', 'url'], 'url')
            }
        }
        root.at('paths').entries { String path, Place item -> path.startsWith('x-') || this.path(path, item) }
        components()
    }

    private void info() {
        def info = root.at('info')
        info.keys([title: 'string', description: 'string', version: 'string', termsOfService: 'string', contact: 'object', license: 'object'])
        if (info.needs('title', 'version') && info.node.path('version').textual && !(info.text('version') ==~ /\d{1,9}\.\d{1,9}\.\d{1,9}/)) {
            info.at('version').reject("is ${info.text('version')}", 'Write three numbers, such as 1.2.3.')
        }
        notes(info, 'contact', ['name', 'url', 'email'])
        notes(info, 'license', ['name', 'url'], 'name')
    }

    /** Objects to what a person could not read or open, in an object of texts about its parent. */
    private static void notes(Place parent, String key, List<String> texts, String needed = null) {
        def place = parent.at(key)
        if (parent.has(key) && place.keys(texts.collectEntries { [it, 'string'] })) {
            if (needed) {
                place.needs(needed)
            }
            if (place.node.path('url').textual && !(place.text('url') ==~ /https?:\/\/\S+/)) {
                place.at('url').reject("is ${place.text('url')}, which is not a URL", 'Write an address that begins with https://.')
            }
        }
    }

    private void servers() {
        if (root.node.path('servers').empty) {
            root.at('servers').reject('is empty', 'Name at least one server.')
        }
        root.at('servers').items { Place server ->
            if (server.keys([url: 'string', description: 'string', variables: 'object']) && server.needs('url')) {
                def names = (server.text('url') =~ /\{([^}]*)}/).collect { it[1] }
                names.findAll { !server.at('variables').has(it) }.each { server.at('url').reject("has no variable $it", "Add it to the variables of this server, with a default.") }
                if (!(server.text('url').replaceAll(/\{[^}]*}/, 'x') ==~ /https:\/\/[^\s?#\/]+(\/[^\s?#]*[^\s?#\/])?/)) {
                    server.at('url').reject('is not an https URL without a query, and without a slash at its end', 'Write one.')
                }
                if (server.has('variables')) {
                    server.at('variables').entries { name, Place variable ->
                        if (variable.keys([default: 'string', description: 'string', enum: 'list']) && variable.needs('default') && variable.node.path('enum').array && !(variable.node.path('default') in variable.node.path('enum').toList())) {
                            variable.at('default').reject("is ${variable.text('default')}, which is not in enum", 'Correct one of them.')
                        }
                    }
                }
            }
        }
    }

    private void path(String path, Place item) {
        if (!(path ==~ /(\/([^\/{}?#\s]+|\{\w+}))+/)) {
            item.reject('is not a path', 'Begin it with a slash, end it without one, and put whole segments only into braces. A query belongs into the parameters.')
        }
        item.entries { String method, Place operation ->
            if (method in METHODS) {
                this.operation(path, operation)
            } else if (!method.startsWith('x-')) {
                operation.unsupported(METHODS)
            }
        }
    }

    private void operation(String path, Place operation) {
        if (!operation.keys(OPERATION) || !operation.needs('operationId', 'responses')) {
            return
        }
        parameters(path, operation)
        operation.at('responses').entries { String status, Place response ->
            if (status.startsWith('x-')) {
                return
            }
            if (!(status ==~ /[1-5]\d\d/)) {
                response.reject('is not a single HTTP status', 'Name each status, such as 503. An undocumented error is read too.')
            }
            if (references.resolved(response, 'responses')?.is(response)) {
                this.response(response)
            }
        }
    }

    private void parameters(String path, Place operation) {
        def given = []
        def unknown = false
        if (operation.has('parameters')) {
            operation.at('parameters').items { Place each ->
                def place = references.resolved(each, 'parameters')
                unknown |= place == null
                if (place != null) {
                    if (place.is(each)) {
                        parameter(each)
                    }
                    def key = [place.text('in'), place.text('in') == 'header' ? place.text('name').toLowerCase(Locale.ROOT) : place.text('name')]
                    key in given ? each.reject("is the second ${key[0]} parameter ${key[1]} of this operation", 'Remove one of them.') : (given << key)
                }
            }
        }
        if (unknown || operation.has('parameters') && !operation.node.path('parameters').array) {
            return
        }
        def named = (path =~ /\{(\w+)}/).collect { it[1] }
        def described = given.findAll { it[0] == 'path' }*.get(1)
        (named - described).each { operation.reject("has no path parameter $it, which the path names", 'Add it to the parameters.') }
        (described - named).each { operation.reject("has the path parameter $it, which the path does not name", 'Remove it, or put it into the path in braces.') }
    }

    private void parameter(Place parameter) {
        if (!parameter.keys([name: 'string', in: 'string'] + VALUE) || !parameter.needs('name', 'in', 'schema')) {
            return
        }
        if (!(parameter.text('in') in ['path', 'query', 'header'])) {
            parameter.at('in').reject("is ${parameter.text('in')}", 'Use path, query or header: the client sends no other parameters.')
        } else if (parameter.text('in') == 'header' && parameter.text('name').toLowerCase(Locale.ROOT) in RESERVED_HEADERS) {
            parameter.at('name').reject("is ${parameter.text('name')}", 'Remove the parameter: the client sends this header by itself.')
        }
        schemas.single(parameter.at('schema'))
    }

    private void header(Place header) {
        if (header.keys(VALUE) && header.needs('schema')) {
            schemas.single(header.at('schema'))
        }
    }

    private void response(Place response) {
        if (!response.keys([description: 'string', headers: 'object', content: 'object'])) {
            return
        }
        if (response.has('headers')) {
            response.at('headers').entries { name, Place header -> references.resolved(header, 'headers')?.is(header) && this.header(header) }
        }
        if (response.node.path('content').empty) {
            response.reject('has no content', 'Add a body in the four media types: a response without a body is not supported.')
        } else {
            response.at('content').entries { mediaType, Place content ->
                if (content.keys([schema: 'object', examples: 'object']) && content.needs('schema')) {
                    schemas.body(content.at('schema'))
                    if (content.has('examples')) {
                        content.at('examples').entries { name, Place example -> references.resolved(example, 'examples')?.is(example) && this.example(example) }
                    }
                }
            }
        }
    }

    private static void example(Place example) {
        example.keys([summary: 'string', description: 'string', value: null]) && example.needs('value')
    }

    private void components() {
        def components = root.at('components')
        def each = [securitySchemes: { Place it -> it.keys([type: 'string', scheme: 'string', bearerFormat: 'string', description: 'string']) },
                    parameters     : this.&parameter, headers: this.&header, responses: this.&response, schemas: schemas.&component, examples: this.&example]
        components.keys(each.collectEntries { [it.key, 'object'] })
        each.each { kind, check ->
            if (components.has(kind)) {
                components.at(kind).entries { name, Place component ->
                    component.has('$ref') ? component.reject('is only a reference', 'Refer to its target where this component is used, and remove it.') : check(component)
                }
            }
        }
    }
}
