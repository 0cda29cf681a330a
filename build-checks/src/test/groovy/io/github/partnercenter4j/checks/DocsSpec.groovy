package io.github.partnercenter4j.checks

import spock.lang.Shared
import spock.lang.Specification

/** Checks that every link, file, name and command on a page exists. */
class DocsSpec extends Specification {
    private static final String PAGE = 'docs/page.md'

    @Shared
    Repository repository = new Repository(Repository.ROOT)

    @Shared
    Map<String, Set<String>> commands = Pcorders.options()

    def 'every link, file, name and command on #page exists'() {
        when:
        def problems = new PageReferences(repository, commands).problems(page, repository.text(page))

        then:
        problems == []

        where:
        page << new Repository(Repository.ROOT).pages()
    }

    def 'a page that names "#text" is reported'(String text, String problem) {
        expect:
        new PageReferences(repository, commands).problems(PAGE, text) == [problem]

        where:
        text                                            || problem
        '[a](missing.md)'                               || 'no such file: missing.md'
        '[a](../README.md#no-such-section)'             || 'no such anchor: ../README.md#no-such-section'
        '[a](#here)\n\n## There'                        || 'no such anchor: #here'
        '`docs/missing.md`'                             || 'no such file: docs/missing.md'
        '`client-ext/src/no-such-folder`'               || 'no such file: client-ext/src/no-such-folder'
        '`nowhere.yaml`'                                || 'no such file: nowhere.yaml'
        '`no-such-module/target/index.html`'            || 'no such file: no-such-module/target/index.html'
        '`NoSuchClass`'                                 || 'no such name: NoSuchClass'
        '`Credential.noSuchMethod(token)`'              || 'no such name: noSuchMethod'
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
        '`mvn test -Dtest=\'no/such/place/**/*Spec\'`' || 'no such package: no/such/place'
        '`mvn -f no-such-folder/pom.xml verify`'        || 'no such file: no-such-folder/pom.xml'
        '```sh\nmwn verify\n```'                        || 'no such command: mwn'
        '```xml\n<artifactId>partnercenter4j-none</artifactId>\n```' || 'no such artifact: partnercenter4j-none'
    }

    def 'a page that names "#text" is accepted'() {
        expect:
        new PageReferences(repository, commands).problems(PAGE, text) == []

        where:
        text << [
                '[a](https://example.org/missing.md) and [b](../README.md) and [c](../README.md#try-it)',
                '[a](#there-it-is)\n\n## There, it `is`',
                '`docs/releasing.md` `application/json` `/openapi.yaml` `totalCount` `text/json`',
                '`cli/target/pcorders.jar`',
                '`DocsSpec`',
                '`PartnerCenter` `Credential.ofToken(token)` `TokenStore.file(path)`',
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
        def decisions = repository.text('docs/decisions/README.md')

        expect:
        repository.pages().findAll { it.startsWith('docs/') && it != 'docs/README.md' }
                .every { list.contains("(${it - 'docs/'})") || decisions.contains("(${it - 'docs/decisions/'})") }
    }

    def 'the guide names the versions that the consumers are built with: #what'(String what, String project, String property) {
        given:
        def versions = (repository.text("consumers/projects/$project/pom.xml") =~ "<$property>(\\d+\\.\\d+)\\.\\d+</$property>").collect { it[1] }

        expect:
        versions
        versions.every { repository.text('docs/guide/install.md').readLines().any { line -> line.startsWith("| $what |") && line.contains(it) } }

        where:
        what          | project       | property
        'Jackson'     | 'application' | 'jackson.version'
        'Spring Boot' | 'spring-boot' | 'spring-boot.version'
    }
}
