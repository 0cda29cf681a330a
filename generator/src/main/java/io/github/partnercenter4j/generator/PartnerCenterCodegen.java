package io.github.partnercenter4j.generator;

import com.google.common.collect.ImmutableMap;
import com.samskivert.mustache.Mustache;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Generates interfaces and records that the client of this project can call: the generator {@code java} with our templates
 * and options. Refuses a document that needs more, before anything is written. The name for OpenAPI Generator is
 * {@value #NAME}.
 */
public final class PartnerCenterCodegen extends JavaClientCodegen {
    /** The name of this generator: the value of generatorName. */
    public static final String NAME = "partnercenter4j";

    private static final Pattern QUALIFIED_NAME = Pattern.compile("([a-z_$][\\w$]*\\.)+");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");

    /** A folder of the class path. */
    private static final String TEMPLATES = "partnercenter4j-templates";

    private final SchemaNames schemaNames = new SchemaNames();

    /** Creates the generator with our templates and options. Options of the user are applied later. */
    public PartnerCenterCodegen() {
        templateDir = TEMPLATES;
        setLibrary(FEIGN);
        GeneratorOptions options = GeneratorOptions.read(TEMPLATES + "/openapi-generator.yaml");
        typeMapping.putAll(options.typeMappings());
        schemaNames.addTypes(typeMapping.keySet());
        additionalProperties.putAll(options.additionalProperties());
        // OpenAPI 3.0 says that parameters of these names are ignored. The client sends the headers by itself.
        additionalProperties.put(
                "implicitHeadersRegex", options.implicitHeadersRegex() + "|Accept|Authorization|Content-Type");
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getHelp() {
        return "Generates Feign interfaces and records for the client of partnercenter4j.";
    }

    /**
     * Applies the options.
     *
     * @throws IllegalArgumentException if the document has something that the templates or the client do not support. The
     *     message has a line for each place, with its JSON pointer
     */
    @Override
    public void processOpts() {
        super.processOpts();
        schemaNames.addTypes(importMapping.keySet());
        SourceDocument document = SourceDocument.read(getInputSpec());
        refuse(Refusals.of(document, this));
        schemaNames.declare(document.schemas());
        // The stock files would be another client, its tests and its documentation.
        supportingFiles.clear();
        supportingFiles.add(packageInfo("api", apiPackage()));
        supportingFiles.add(packageInfo("model", modelPackage()));
        apiTestTemplateFiles.clear();
        modelTestTemplateFiles.clear();
        apiDocTemplateFiles.clear();
        modelDocTemplateFiles.clear();
    }

    /** Leaves out the headers that the client sends by itself, also among the required parameters, which the overloads have. */
    @Override
    protected void handleImplicitHeaders(CodegenOperation operation) {
        super.handleImplicitHeaders(operation);
        operation.requiredParams.removeIf(required -> operation.implicitHeadersParams.stream()
                .anyMatch(header -> required.isHeaderParam && header.baseName.equals(required.baseName)));
    }

    private static void refuse(List<String> refusals) {
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException("The OpenAPI document has " + refusals.size()
                    + (refusals.size() == 1 ? " construct" : " constructs")
                    + " for which no client can be generated:\n" + String.join("\n", refusals));
        }
    }

    /** Refuses schemas of one Java name. By now they include the objects in place, to which the generator has given names. */
    @Override
    public void preprocessOpenAPI(OpenAPI document) {
        super.preprocessOpenAPI(document);
        refuse(schemaNames.read(ModelUtils.getSchemas(document), this::toModelName));
    }

    private SupportingFile packageInfo(String templates, String packageName) {
        String folder = sourceFolder + "/" + packageName.replace('.', '/');
        return new SupportingFile(templates + "/package-info.mustache", folder, "package-info.java");
    }

    /** Adds {@code lambda.nullable}, because in front of a qualified name a type annotation does not compile. */
    @Override
    protected ImmutableMap.Builder<String, Mustache.Lambda> addMustacheLambdas() {
        return super.addMustacheLambdas().put("nullable", (type, out) -> out.write(nullable(type.execute())));
    }

    private static String nullable(String type) {
        Matcher name = QUALIFIED_NAME.matcher(type);
        return name.lookingAt() ? name.group() + "@Nullable " + type.substring(name.end()) : "@Nullable " + type;
    }

    @Override
    public String toModelName(String name) {
        return schemaNames.javaName(name, super.toModelName(name), typeMapping.values());
    }

    /** The options of the user are added to the map before the schemas are read. */
    @Override
    public Map<String, String> typeMapping() {
        return schemaNames.withoutSchemas(typeMapping);
    }

    /** Returns the record of a reference, even if the generator has a type of that name, such as DateTime. */
    @Override
    @SuppressWarnings("rawtypes") // As the overridden method.
    protected String getSingleSchemaType(Schema schema) {
        String type = super.getSingleSchemaType(schema);
        String target = unaliasSchema(schema).get$ref();
        boolean isRecord =
                target != null && type.equals(ModelUtils.getSimpleRef(target)) && !schemaMapping.containsKey(type);
        return isRecord ? toModelName(type) : type;
    }

    @Override
    public String toVarName(String name) {
        String property = super.toVarName(name);
        return TakenNames.METHODS.contains(property) ? property + "_" : property;
    }

    /** Writes each character that Feign does not read in an expression as its number. */
    @Override
    public String toParamName(String name) {
        return NOT_ASCII
                .matcher(super.toParamName(name))
                .replaceAll(it -> String.format("u%04x", (int) it.group().charAt(0)));
    }

    @Override
    public String toOperationId(String id) {
        String method = super.toOperationId(id);
        return TakenNames.METHODS.contains(method) ? method + "_" : method;
    }

    @Override
    @SuppressWarnings("rawtypes") // As the overridden method.
    public CodegenProperty fromProperty(
            String name, Schema schema, boolean required, boolean schemaIsFromAdditionalProperties) {
        CodegenProperty property = super.fromProperty(name, schema, required, schemaIsFromAdditionalProperties);
        String xml = new XmlAnnotation(openAPI).of(name, schema);
        if (property != null && xml != null) {
            property.vendorExtensions.put("x-xml-name", xml);
        }
        return property;
    }

    @Override
    public CodegenOperation fromOperation(String path, String method, Operation operation, List<Server> servers) {
        RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
        if (body != null) {
            retain(body.getContent(), Refusals.BODY::equals);
        }
        List<String> statuses = new ArrayList<>();
        Set<String> mediaTypes = new LinkedHashSet<>();
        operation.getResponses().forEach((status, response) -> {
            if (Refusals.isSuccess(status, operation.getResponses().keySet())) {
                statuses.add(status.equals("default") ? "2XX" : status);
                Content content =
                        ModelUtils.getReferencedApiResponse(openAPI, response).getContent();
                retain(content, type -> SchemaRefusals.isJson(type) || SchemaRefusals.isXml(type));
                mediaTypes.addAll(content == null ? Set.of() : content.keySet());
            }
        });
        CodegenOperation result = super.fromOperation(path, method, operation, servers);
        result.vendorExtensions.put("x-request-target", RequestTarget.of(path, result));
        result.vendorExtensions.put("x-success-statuses", statuses);
        result.vendorExtensions.put("x-success-media-types", mediaTypes);
        return result;
    }

    /** Leaves what the client sends and reads: of several media types, the generator takes the first. */
    private static void retain(Content content, Predicate<String> mediaType) {
        if (content != null) {
            content.keySet().removeIf(mediaType.negate());
        }
    }
}
