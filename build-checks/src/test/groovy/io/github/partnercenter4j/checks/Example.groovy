package io.github.partnercenter4j.checks

import groovy.transform.Immutable
import java.nio.file.Files

/** A fenced block of the README or of a guide. */
@Immutable
class Example {
    /** The page, by its path from the root of the repository. */
    String page

    /** The line of the opening fence. */
    int line

    /** The language after the opening fence, or an empty text. */
    String language

    String text

    /** The README and every guide. */
    static List<String> pages() {
        ['README.md'] + Files.list(Repository.ROOT.resolve('docs/guide')).withCloseable { it.toList() }*.fileName.collect { 'docs/guide/' + it }.sort()
    }

    static List<Example> all() {
        pages().collectMany { String page ->
            def content = Files.readString(Repository.ROOT.resolve(page))
            (content =~ /(?ms)^```(\w*)\n(.*?)^```$/).collect { it ->
                new Example(page, content.indexOf(it[0] as String).with { at -> content.substring(0, at).count('\n') + 1 }, it[1] as String, it[2] as String)
            }
        }
    }

    static List<Example> of(String language) {
        all().findAll { it.language == language }
    }

    /** True for an example with classes that only a consumer project generates. ConsumersSpec finds it there, and the project runs it. */
    boolean isOfConsumer() {
        text.contains('subscriptions.')
    }

    /** A name for a Java class that belongs to this example. */
    String getClassName() {
        "${page.replaceAll(/\W/, '_')}_$line"
    }

    @Override
    String toString() {
        "$page:$line"
    }
}
