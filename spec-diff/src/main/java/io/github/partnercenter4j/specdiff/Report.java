package io.github.partnercenter4j.specdiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openapitools.openapidiff.core.output.HtmlRender;
import org.openapitools.openapidiff.core.output.MarkdownRender;
import org.openapitools.openapidiff.core.output.Render;

/** Writes a comparison as Markdown and HTML: our list of changes first, then the details of openapi-diff. */
final class Report {
    private static final String BODY = "<body>";
    /** Replaces the style sheet of openapi-diff, which would be loaded from another host. */
    private static final String STYLE = "data:text/css,body{font-family:sans-serif;max-width:60em;margin:2em}"
            + ".missing,.comment{color:gray}.missing{text-decoration:line-through}";

    private final Comparison comparison;

    Report(Comparison comparison) {
        this.comparison = comparison;
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("report.md"), markdown());
        Files.writeString(directory.resolve("report.html"), html());
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# " + title() + "\n\n" + comparison.advice() + "\n");
        for (Change.Kind kind : Change.Kind.values()) {
            text.append("\n## ").append(heading(kind)).append("\n\n").append(list(kind, line -> "- `" + line + "`\n"));
        }
        return text + "\n---\n\n" + rendered(new MarkdownRender());
    }

    private String html() {
        StringBuilder text =
                new StringBuilder("<h1>" + escaped(title()) + "</h1>\n<p>" + escaped(comparison.advice()) + "</p>\n");
        for (Change.Kind kind : Change.Kind.values()) {
            text.append("<h2>").append(heading(kind)).append("</h2>\n<ul>\n");
            text.append(list(kind, line -> "<li>" + escaped(line) + "</li>\n")).append("</ul>\n");
        }
        String page = rendered(new HtmlRender(title(), STYLE));
        int start = page.indexOf(BODY) + BODY.length();
        return page.substring(0, start) + text + "<hr>\n" + page.substring(start);
    }

    private String title() {
        return "OpenAPI document " + comparison.current() + " compared with the released " + comparison.released();
    }

    private static String heading(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "Added";
            case CHANGED -> "Changed";
            case BREAKING -> "Breaking";
        };
    }

    private String list(Change.Kind kind, UnaryOperator<String> item) {
        List<String> lines = comparison.changes().stream()
                .filter(change -> change.kind() == kind)
                .map(Change::toString)
                .toList();
        return lines.isEmpty()
                ? item.apply("none")
                : String.join("", lines.stream().map(item).toList());
    }

    private String rendered(Render render) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        render.render(comparison.openApiDiff(), new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
