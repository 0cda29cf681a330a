package io.github.partnercenter4j.checks

import java.nio.file.Path

/** What the packed command says of itself. */
class CommandHelp {
    private final Path jar

    CommandHelp(Path jar) {
        this.jar = jar
    }

    /** The options of each command; those of pcorders itself are under the empty name. */
    Map<String, Set<String>> options() {
        def overview = help()
        def names = (overview.split('(?m)^Commands:')[1] =~ /(?m)^  ([a-z]+) /).collect { it[1] }
        [('') : optionsOf(overview)] + names.collectEntries { [it, optionsOf(help(it))] }
    }

    private String help(String... command) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def running = new ProcessBuilder([java, '-jar', jar.toString(), *command, '--help']).redirectErrorStream(true).start()
        def said = running.inputStream.text
        assert running.waitFor() == 0
        said
    }

    private static Set<String> optionsOf(String help) {
        (help =~ /(?m)^(?:  -\w,| {5}) (--[a-z-]+)/).collect { it[1] } as Set
    }
}
