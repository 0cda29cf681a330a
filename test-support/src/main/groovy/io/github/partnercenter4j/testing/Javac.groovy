package io.github.partnercenter4j.testing

import java.nio.file.Files
import java.nio.file.Path
import javax.tools.ToolProvider

/** Compiles as the build does: a warning is an error, except for the use of deprecated API. */
class Javac {
    static void compile(List<Path> sources, Path classes, List<Path> classPath, int release = 17) {
        Files.createDirectories(classes)
        def messages = new ByteArrayOutputStream()
        // A class path may contain missing folders, and classes with annotations whose types are missing.
        def options = ['--release', release.toString(), '-encoding', 'UTF-8', '-Xlint:all,-classfile,-path,-deprecation', '-XDsuppressNotes', '-Werror', '-proc:none',
                       '-d', classes.toString(), '-cp', classPath.join(File.pathSeparator)]
        def result = ToolProvider.systemJavaCompiler.run(null, messages, messages, *options, *sources*.toString())
        assert [result, messages.toString()] == [0, '']
    }

    static List<Path> getTestClassPath() {
        System.getProperty('java.class.path').split(File.pathSeparator).collect { Path.of(it) }
    }
}
