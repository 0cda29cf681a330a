package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import io.github.partnercenter4j.sandbox.spec.Operation.RequestBody;
import io.github.partnercenter4j.sandbox.spec.Operation.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rejects bodies that the sandbox can neither read nor write: those that are neither JSON nor XML, that have no form in XML, or
 * whose examples have other types.
 */
final class BodyCheck {

    private final SpecModel model;
    private final XmlCheck xml;
    private final ExampleCheck examples;

    BodyCheck(SpecModel model) {
        this.model = model;
        this.xml = new XmlCheck(model);
        this.examples = new ExampleCheck(model);
    }

    void check() {
        List<Response> responses = model.operations().stream()
                .flatMap(each -> Stream.concat(each.responses().stream(), Stream.ofNullable(each.defaultResponse())))
                .toList();
        responses.forEach(response -> response.contents().forEach(BodyCheck::requireJsonOrXml));
        responses.forEach(response -> xml(response.contents()));
        for (Operation operation : model.operations()) {
            if (operation.body() != null) {
                request(operation.body());
            }
        }
        responses.stream()
                .flatMap(response -> response.contents().values().stream())
                .forEach(content ->
                        content.examples().values().forEach(example -> examples.check(content.schema(), example)));
    }

    private static void requireJsonOrXml(String mediaType, Content content) {
        if (!isJson(mediaType) && !isXml(mediaType)) {
            throw new SpecException(content.pointer(), "is not supported: " + mediaType + " is neither JSON nor XML");
        }
    }

    /** A body in another media type is accepted beside JSON or XML. */
    private void request(RequestBody body) {
        if (body.contents().keySet().stream().noneMatch(each -> isJson(each) || isXml(each))) {
            throw new SpecException(body.pointer(), "is neither JSON nor XML. Add application/json to its content");
        }
        xml(body.contents());
    }

    private void xml(Map<String, Content> contents) {
        contents.forEach((mediaType, content) -> {
            if (isXml(mediaType)) {
                xml.check(content.schema());
            }
        });
    }

    private static boolean isJson(String mediaType) {
        return mediaType.matches("[^/]+/(.+\\+)?json");
    }

    private static boolean isXml(String mediaType) {
        return mediaType.matches("[^/]+/(.+\\+)?xml");
    }
}
