package io.github.partnercenter4j.checks.api

import io.github.partnercenter4j.testing.Javac
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The dumps of the public API are up to date, so that a reviewer sees each change in the diff. */
class PublicApiSpec extends Specification {
    private static final String SHAPE = '''\
        package shape;

        import org.jspecify.annotations.Nullable;

        public sealed interface Shape permits Shape.Circle, Shape.Square {
            record Circle(int radius, @Nullable String name) implements Shape {}

            final class Square implements Shape {
                public static final int SIDES = 4;
                private int side;
                protected Square() {}
                int side() { return side; }
                public <T extends Comparable<T>> T scaled(T by) throws java.io.IOException { return by; }
            }

            enum Colour { RED, GREEN }
        }
        '''.stripIndent()

    @TempDir
    Path folder

    def 'the public API of #library equals its dump'() {
        when:
        def changes = ApiDumps.changes(Files.readString(ApiDumps.file(library)), ApiDumps.now(library))

        then:
        changes.empty || fail(library, changes)

        where:
        library << ApiDumps.LIBRARIES.keySet()
    }

    def 'a dump shows components, nullness and sealed types, and nothing that is not public'() {
        expect:
        api(SHAPE) == '''\
            public abstract interface shape.Shape permits shape.Shape$Circle, shape.Shape$Square

            public static final record shape.Shape$Circle is shape.Shape
                component int radius
                component @Nullable java.lang.String name
                constructor public Circle(int, @Nullable java.lang.String)
                method public @Nullable java.lang.String name()
                method public int radius()

            public static final enum shape.Shape$Colour
                field public static final shape.Shape$Colour GREEN
                field public static final shape.Shape$Colour RED
                method public static shape.Shape$Colour valueOf(java.lang.String)
                method public static shape.Shape$Colour[] values()

            public static final class shape.Shape$Square is shape.Shape
                constructor protected Square()
                field public static final int SIDES
                method public <T extends java.lang.Comparable<T>> T scaled(T) throws java.io.IOException
            '''.stripIndent()
    }

    def 'a change of the public API changes lines of the dump: #now'(String old, String now, List<String> changes) {
        expect:
        ApiDumps.changes(api(SHAPE), api(SHAPE.replace(old, now))) == changes

        where:
        old                         | now                              || changes
        'int radius, '              | 'long radius, '                  || ['- component int radius', '- constructor public Circle(int, @Nullable java.lang.String)', '- method public int radius()',
                                                                           '+ component long radius', '+ constructor public Circle(long, @Nullable java.lang.String)', '+ method public long radius()']
        'RED, '                     | ''                               || ['- field public static final shape.Shape$Colour RED']
        'throws java.io.IOException' | ''                              || ['- method public <T extends java.lang.Comparable<T>> T scaled(T) throws java.io.IOException',
                                                                           '+ method public <T extends java.lang.Comparable<T>> T scaled(T)']
        'int side()'                | 'int length()'                   || []
        'private int side;'         | 'private int side = 1;'          || []
    }

    private static boolean fail(String library, List<String> changes) {
        throw new AssertionError("The public API of $library differs from $library/public-api.txt:\n${changes.join('\n')}\n" +
                'If the change is intended, run "mvn -Prenew-api verify -pl build-checks -am" and commit the file.')
    }

    private String api(String source) {
        def name = source.hashCode().toString()
        def file = Files.writeString(Files.createDirectories(folder.resolve(name)).resolve('Shape.java'), source)
        def classes = folder.resolve(name + '-classes')
        Javac.compile([file], classes, Javac.testClassPath)
        new URLClassLoader([classes.toUri().toURL()] as URL[], getClass().classLoader).withCloseable { new PublicApi(classes, it).text }
    }
}
