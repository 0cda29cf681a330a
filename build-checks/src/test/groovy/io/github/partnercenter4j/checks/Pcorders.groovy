package io.github.partnercenter4j.checks

import io.github.partnercenter4j.cli.Main

/** Runs the command pcorders in this JVM. */
class Pcorders {
    final int exitCode
    final String out
    final String err

    private Pcorders(int exitCode, String out, String err) {
        this.exitCode = exitCode
        this.out = out
        this.err = err
    }

    static Pcorders run(List<String> arguments, Map<String, String> environment = [:], StringWriter out = new StringWriter()) {
        def err = new StringWriter()
        int exitCode = Main.run(arguments as String[], environment, new PrintWriter(out), new PrintWriter(err))
        new Pcorders(exitCode, out.toString(), err.toString())
    }

    /** The options of each command, from its help; those of pcorders itself are under the empty name. */
    static Map<String, Set<String>> options() {
        def overview = help()
        def names = (overview.split('(?m)^Commands:\n')[1].split('\n\n')[0] =~ /(?m)^  ([a-z]+) /).collect { it[1] }
        [('') : optionsOf(overview)] + names.collectEntries { [it, optionsOf(help(it))] }
    }

    private static String help(String... command) {
        def ended = run([*command, '--help'])
        assert [ended.exitCode, ended.err] == [0, '']
        ended.out
    }

    private static Set<String> optionsOf(String help) {
        (help =~ /(?m)^(?:  -\w,| {5}) (--[a-z-]+)/).collect { it[1] } as Set
    }
}
