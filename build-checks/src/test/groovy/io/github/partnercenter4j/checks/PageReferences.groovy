package io.github.partnercenter4j.checks

/** Finds what a page names, such as files, options and classes, and reports what does not exist. */
class PageReferences {
    private static final PHASES = ['clean', 'compile', 'test', 'package', 'verify', 'install', 'deploy']
    private static final SHELL_COMMANDS = ['mvn', 'java', 'git', 'gpg', 'diff', 'cd', 'cp', 'zip', 'export', '$EDITOR']
    // Properties that only a plugin's own documentation lists.
    private static final PLUGIN_PROPERTIES = [
            'test', 'skipTests', 'surefire.failIfNoSpecifiedTests', 'gpg.skip', 'gpg.keyname', 'altDeploymentRepository', 'https.proxyHost'
    ]
    private static final FILE = ~/[\w.][\w.-]*(\/[\w.-]+)*\/?/
    private static final EXTENSION = ~/.*\.(md|yaml|java|groovy|xml|json|html|mustache|cmd|txt)/

    // A word with a capital inside, such as a class, or a word before a parenthesis, such as a method.
    private static final NAME = ~/(?<![\w-])(?:[A-Za-z]+[a-z][A-Z]\w*|[a-z]\w*(?=\())/

    private final Repository repository
    private final Map<String, Set<String>> commands

    PageReferences(Repository repository, Map<String, Set<String>> commands) {
        this.repository = repository
        this.commands = commands
    }

    List<String> problems(String page, String text) {
        def prose = text.replaceAll(/(?ms)^```.*?^```/, '')
        def shell = (text =~ /(?ms)^```sh\n(.*?)^```/).collect { it[1] }*.readLines().flatten().collect { it.replaceFirst(/(^|\s)#.*/, '') }.findAll()
        def code = (prose =~ /`([^`\n]+)`/).collect { it[1] }
        (linkProblems(page, text, prose)
                + code.collectMany { codeProblems(it) }
                + shell.collectMany { commandProblems(it) }
                + artifactProblems(text)).unique()
    }

    private List<String> linkProblems(String page, String text, String prose) {
        (prose =~ /\]\(([^)\s]+)\)/).collect { it[1] }.findAll { !it.contains('://') }.collectMany { String link ->
            def (file, anchor) = (link.split('#', 2) as List) + [null]
            def path = file ? repository.root.relativize(repository.root.resolve(page).resolveSibling(file).normalize()).toString() : page
            if (file && !(path in repository.files)) {
                return ['no such file: ' + file]
            }
            def target = file ? (anchor ? repository.text(path) : '') : text
            anchor && !(anchor in anchors(target)) ? ['no such anchor: ' + link] : []
        }
    }

    /** By GitHub's rule. */
    private static List<String> anchors(String text) {
        (text.replaceAll(/(?ms)^```.*?^```/, '') =~ /(?m)^#+ (.*)$/).collect {
            it[1].toLowerCase(Locale.ROOT).replaceAll(/[^\p{L}\p{N} _-]/, '').replace(' ', '-')
        }
    }

    private List<String> codeProblems(String code) {
        if (code.startsWith('./pcorders ') || code.startsWith('mvn ')) {
            return commandProblems(code)
        }
        if (code ==~ /--[a-z-]+( [A-Z]+| [a-z]+)?/) {
            def option = code.tokenize()[0]
            return commands.values().any { option in it } ? [] : ['no such option: ' + option]
        }
        if (code ==~ /[A-Z]\w+Spec/) {
            return specificationProblems(code)
        }
        (code ==~ FILE ? fileProblems(code) : []) + (code ==~ EXTENSION || code.contains('/') ? [] : nameProblems(code))
    }

    /** A class or method, ours or a library's, is named somewhere in the sources. */
    private List<String> nameProblems(String code) {
        (code =~ NAME).collect().findAll { !(it in repository.words) }.collect { 'no such name: ' + it }
    }

    private List<String> fileProblems(String name) {
        def file = name - ~/\/$/
        if (file.startsWith('target/')) {
            return []
        }
        def isInTheTree = file.contains('/') && file.split('/')[0] in repository.files
        if (!isInTheTree && !(file ==~ EXTENSION) && !file.contains('/target/')) {
            return []
        }
        // A name alone, or one of a hidden folder, may be of a file that one of our programs makes.
        if ((!file.contains('/') || file.startsWith('.')) && repository.says(file.split('/').last())) {
            return []
        }
        def (made) = file.split('/target/')
        repository.files.any { it == made || it.endsWith('/' + made) } ? [] : ['no such file: ' + name]
    }

    private List<String> specificationProblems(String name) {
        repository.files.any { it.endsWith("/${name}.groovy") } ? [] : ['no such specification: ' + name]
    }

    private List<String> packageProblems(String name) {
        repository.files.any { it.endsWith('/src/test/groovy/' + name) } ? [] : ['no such package: ' + name]
    }

    private List<String> commandProblems(String line) {
        def words = line.tokenize()
        if (words[0] == './pcorders') {
            return pcordersProblems(words.drop(1))
        }
        if (words[0].contains('/')) {
            return fileProblems(words[0] - './')
        }
        if (!(words[0] in SHELL_COMMANDS)) {
            return ['no such command: ' + words[0]]
        }
        words[0] == 'mvn' ? mavenProblems(words.drop(1)) : []
    }

    private List<String> pcordersProblems(List<String> words) {
        if (!words) {
            return []
        }
        def name = words[0].startsWith('-') ? '' : words[0]
        if (!(name in commands)) {
            return ['no such command: pcorders ' + name]
        }
        words.findAll { it.startsWith('--') && !(it in commands[name]) }.collect { "no such option: pcorders $name $it" as String }
    }

    private List<String> mavenProblems(List<String> words) {
        words.withIndex().collectMany { String word, int i ->
            def option = i > 0 ? words[i - 1] : null
            if (option == '-pl') {
                return word.split(',').findAll { !("$it/pom.xml" as String in repository.files) }.collect { 'no such module: ' + it }
            }
            if (option == '-f') {
                return fileProblems(word)
            }
            if (word.startsWith('-P')) {
                return word.substring(2).split(',').findAll { !repository.poms.contains("<id>$it</id>") }.collect { 'no such profile: ' + it }
            }
            if (word.startsWith('-D')) {
                return propertyProblems(word.substring(2).split('=', 2) as List)
            }
            if (word.startsWith('-')) {
                return []
            }
            if (word.contains(':')) {
                return pluginProblems(word.split(':')[0])
            }
            word in PHASES ? [] : ['no such phase: ' + word]
        }
    }

    private List<String> propertyProblems(List<String> property) {
        def (name, value) = property + [null]
        if (name == 'test') {
            return value.replace("'", '').split(',').collectMany { it.contains('/**') ? packageProblems(it.split('/\\*\\*')[0]) : specificationProblems(it) }
        }
        name in PLUGIN_PROPERTIES || repository.poms.contains("<$name>") || repository.poms.contains("\${$name}") || repository.says(name) ? [] : ['no such property: ' + name]
    }

    private List<String> pluginProblems(String prefix) {
        repository.poms =~ "<artifactId>($prefix-maven-plugin|maven-$prefix-plugin|$prefix-plugin)</artifactId>" ? [] : ['no such plugin: ' + prefix]
    }

    private List<String> artifactProblems(String text) {
        (text =~ /\bpartnercenter4j-([a-z-]+)<\/artifactId>/).collect { it[1] }.findAll { !("$it/pom.xml" as String in repository.files) }
                .collect { 'no such artifact: partnercenter4j-' + it }
    }
}
