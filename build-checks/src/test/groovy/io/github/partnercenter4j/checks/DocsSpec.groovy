package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Whatever the pages name is there. */
class DocsSpec extends Specification {
    private static final Path COMMAND = Path.of('../cli/target/pcorders.jar')
    private static final String PAGE = 'docs/page.md'

    @Shared
    Repository repository = new Repository(Path.of('..').toRealPath())

    @Shared
    Map<String, Set<String>> commands = Files.exists(COMMAND) ? new CommandHelp(COMMAND).options() : null

    def 'every link, anchor, file, specification and Maven command of #page is there'() {
        expect:
        new NamedThings(repository, commands).problems(page, repository.text(page)) == []

        where:
        page << new Repository(Path.of('..').toRealPath()).pages()
    }

    @Requires({ Files.exists(DocsSpec.COMMAND) })
    def 'a page that names "#text" is told of'(String text, String problem) {
        expect:
        new NamedThings(repository, commands).problems(PAGE, text) == [problem]

        where:
        text                                            || problem
        '[a](missing.md)'                               || 'no such file: missing.md'
        '[a](../README.md#no-such-section)'             || 'no such anchor: ../README.md#no-such-section'
        '[a](#here)\n\n## There'                        || 'no such anchor: #here'
        '`docs/missing.md`'                             || 'no such file: docs/missing.md'
        '`client-ext/src/no-such-folder`'               || 'no such file: client-ext/src/no-such-folder'
        '`nowhere.yaml`'                                || 'no such file: nowhere.yaml'
        '`no-such-module/target/index.html`'            || 'no such file: no-such-module/target/index.html'
        '`NoSuchSpec`'                                  || 'no such specification: NoSuchSpec'
        '`./pcorders stat --sandbox`'                   || 'no such command: pcorders stat'
        '`./pcorders status --sandpit`'                 || 'no such option: pcorders status --sandpit'
        '```sh\n./pcorders decode FILE --port 1\n```'   || 'no such option: pcorders decode --port'
        '| `--ports PORT` | listens there |'            || 'no such option: --ports'
        '`mvn -Pno-such-profile verify`'                || 'no such profile: no-such-profile'
        '`mvn verifi`'                                  || 'no such phase: verifi'
        '`mvn no-such-plugin:apply`'                    || 'no such plugin: no-such-plugin'
        '`mvn -pl no-such-module verify`'               || 'no such module: no-such-module'
        '`mvn verify -Dno.such.property=1`'             || 'no such property: no.such.property'
        '`mvn test -Dtest=NoSuchSpec`'                  || 'no such specification: NoSuchSpec'
        '`mvn -f no-such-folder/pom.xml verify`'        || 'no such file: no-such-folder/pom.xml'
        '```sh\nmwn verify\n```'                        || 'no such command: mwn'
        '```xml\n<artifactId>partnercenter4j-none</artifactId>\n```' || 'no such artifact: partnercenter4j-none'
    }

    @Requires({ Files.exists(DocsSpec.COMMAND) })
    def 'a page that names "#text" is let through'() {
        expect:
        new NamedThings(repository, commands).problems(PAGE, text) == []

        where:
        text << [
                '[a](https://example.org/missing.md) and [b](../README.md) and [c](../README.md#try-it)',
                '[a](#there-it-is)\n\n## There, it `is`',
                '`docs/sandbox.md` `application/json` `/openapi.yaml` `totalCount` `text/json`',
                '`cli/target/pcorders.jar`',
                '`DocsSpec`',
                '`./pcorders status --sandbox` `--port PORT` `--output json`',
                '`mvn -Pbenchmarks verify` `mvn spotless:apply` `mvn -pl client-ext -am test -Dtest=RetryAfterSpec -DskipTests`',
                '```sh\n# a comment\nmvn verify   # another\n```',
                '`.pcorders/sign-in.json` `faults.json` `mvn verify -Dconformance.replay=FILE`',
                '```xml\n<artifactId>partnercenter4j-client-ext</artifactId>\n```'
        ]
    }

    def 'every page is linked from the list of pages'() {
        given:
        def list = repository.text('docs/README.md')

        expect:
        repository.pages().findAll { it.startsWith('docs/') && it != 'docs/README.md' }.every { list.contains("(${it - 'docs/'})") }
    }

    def 'the README names the versions that the consumers are built with: #what'(String what, String project, String property) {
        given:
        def versions = (repository.text("consumers/projects/$project/pom.xml") =~ "<$property>(\\d+\\.\\d+)\\.\\d+</$property>").collect { it[1] }

        expect:
        versions
        versions.every { repository.text('README.md').readLines().any { line -> line.startsWith("| $what |") && line.contains(it) } }

        where:
        what          | project       | property
        'Jackson'     | 'application' | 'jackson.version'
        'Spring Boot' | 'spring-boot' | 'spring-boot.version'
    }
}
