package io.github.partnercenter4j.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import spock.lang.Specification
import spock.lang.TempDir

class JarFolderSpec extends Specification {
    @TempDir
    Path folder

    def "the resources of a jar are found in the folder '#name'"() {
        given:
        def jar = Files.createDirectories(folder.resolve(name)).resolve('a.jar')
        new JarOutputStream(Files.newOutputStream(jar)).withCloseable {
            it.putNextEntry(new JarEntry('inside/text'))
            it.write('found'.bytes)
        }

        when:
        def loader = JarFolder.loader(jar as String)
        def resource = (loader ?: new URLClassLoader(jar.toUri().toURL())).getResourceAsStream('inside/text')

        then:
        resource.text == 'found'
        (loader != null) == again

        cleanup:
        loader?.close()

        where:
        name            || again
        'plain'         || false
        'w!ow'          || false
        'wow!'          || true
        'wow!/inner'    || true
        'a b!'          || true
        '#%20+\u00fc!!' || true
        '#%20+\u00fc'   || false
    }
}
