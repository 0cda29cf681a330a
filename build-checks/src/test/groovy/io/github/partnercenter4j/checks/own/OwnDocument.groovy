package io.github.partnercenter4j.checks.own

/** A document with one operation for each schema: it returns an object with the schema as its only property. */
class OwnDocument {
    private static final String HEAD = '''\
        openapi: 3.0.3
        info: {title: A document of another project, description: Not ours., version: 1.0.0}
        servers: [{url: 'https://api.partnercenter.microsoft.com/v1'}]
        tags: [{name: Things, description: Any things.}]
        security: [{bearer: []}]
        '''.stripIndent()
    private static final String COMPONENTS = '''\
        components:
          securitySchemes: {bearer: {type: http, scheme: bearer, bearerFormat: JWT}, key: {type: apiKey, name: key, in: header}}
          schemas:
            Part: {type: object, description: A part., properties: {a: {type: string, description: Any text.}}}
        '''.stripIndent()

    /** @param schemas the schema of the property value for each operation, in the flow style of YAML */
    static String of(Map<String, String> schemas) {
        def paths = schemas.collect { name, schema -> """\
              /${name.toLowerCase(Locale.ROOT)}:
                get:
                  tags: [Things]
                  operationId: get$name
                  responses:
                    '200':
                      description: A thing.
                      content:
                        application/json: {schema: {\$ref: '#/components/schemas/$name'}}
                        application/xml: {schema: {\$ref: '#/components/schemas/$name'}}
            """.stripIndent().indent(2) }
        def objects = schemas.collect { name, schema ->
            "    $name: {type: object, description: A thing., properties: {value: $schema}}\n"
        }
        HEAD + 'paths:\n' + paths.join('') + COMPONENTS + objects.join('')
    }

    /** @param operation the keys of the only operation, but for its tag */
    static String withOperation(String path, String method, String operation, String version = '3.0.3') {
        withPaths(OwnDocument.path(path, method, operation)).replaceFirst('3.0.3', version)
    }

    static String withPaths(String paths) {
        "${HEAD}paths:\n$paths$COMPONENTS"
    }

    /**
     * @param operation the keys of the only operation, but for its tag
     * @param ofPath the other lines of the path
     */
    static String path(String path, String method, String operation, String ofPath = '') {
        "  $path:\n${ofPath}    $method: {tags: [Things], $operation}\n"
    }
}
