package io.github.partnercenter4j.checks

import static io.github.partnercenter4j.checks.Architecture.OURS

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.lang.ArchRule
import io.github.partnercenter4j.api.Apis
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.testing.Javac
import io.github.partnercenter4j.testing.SpecDocument
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Tests the dependencies between packages, the public types and the size of classes. Each rule is also tested on a class that violates it. */
class ArchitectureSpec extends Specification {
    static final List<String> MODULES = ['client-generated', 'client-ext', 'watch', 'spring-boot-starter', 'sandbox', 'cli']
    /** Lazy, because Surefire initializes this class once more to discover it. */
    @Lazy
    static JavaClasses ALL = new ClassFileImporter().importPaths(MODULES.collect { Repository.ROOT.resolve("$it/target/classes") })
    @Lazy
    static Map<String, List<JavaClass>> BY_MODULE = MODULES.collectEntries { module ->
        [module, ALL.findAll { it.source.get().uri.path.contains("/$module/target/classes/") }]
    }

    /** The engine of the conformance suite is in Groovy, which makes every class public. */
    @Lazy
    static JavaClasses ENGINE = new ClassFileImporter().importPath(Repository.ROOT.resolve('conformance/target/classes'))

    /** The API interfaces, and the schemas whose .NET name is in the namespace of one service. Schemas from Core and System are shared. */
    static final Set<String> OF_ONE_OPERATION = (Apis.all()*.name + SpecDocument.CURRENT.api.components.schemas
            .findAll { name, schema -> schema.extensions?.get('x-dotnet-type')?.contains('.Services.') }
            .collect { name, schema -> "${OURS}.model.$name".toString() }) as Set

    static final Path CLIENT_SOURCES = Repository.ROOT.resolve('client-ext/src/main/java')

    @TempDir
    Path directory

    def 'the code follows the rule: #rule.description'(ArchRule rule) {
        expect:
        rule.evaluate(ALL).failureReport.details == []

        where:
        rule << [Architecture.generatedCodeDoesNotUseTheClient(),
                 Architecture.sandboxDoesNotUseTheClient(),
                 Architecture.cliUsesExportedTypesOnly(),
                 Architecture.starterUsesExportedTypesOnly(),
                 Architecture.packagesHaveNoCycles(),
                 Architecture.clientLayersUseLowerLayersOnly(),
                 Architecture.packagesAreSmall(30, ALL),
                 Architecture.onlyTheOrdersPackageUsesAnOperation(OF_ONE_OPERATION),
                 Architecture.publicSignaturesUseOwnTypesOnly(),
                 Architecture.onlyListedTypesAreExported(),
                 Architecture.publicTypesCannotBeExtended(),
                 Architecture.onlyListedExceptionsAreExported()]
    }

    def 'a class #type that #violation violates a rule'(ArchRule rule, String type, String violation, String code) {
        expect:
        rule.evaluate(compiled(type, code)).failureReport.details.any { it.contains("${OURS}.$type") }

        where:
        rule                                                                        | type                       | violation                        | code
        Architecture.generatedCodeDoesNotUseTheClient()                                    | 'model.Violator'           | 'uses the client'            | 'class Violator { Object cloud = io.github.partnercenter4j.client.Cloud.PUBLIC; }'
        Architecture.sandboxDoesNotUseTheClient()                                         | 'sandbox.Violator'         | 'uses an exception of the client'           | 'class Violator { io.github.partnercenter4j.client.ServiceException expected; }'
        Architecture.sandboxDoesNotUseTheClient()                                         | 'sandbox.spec.Violator'    | 'uses a record of the client' | 'class Violator { void write(io.github.partnercenter4j.model.Link link) {} }'
        Architecture.onlyTheOrdersPackageUsesAnOperation(OF_ONE_OPERATION)         | 'client.Violator'          | 'calls an operation'             | 'class Violator { Object call(io.github.partnercenter4j.api.OrdersApi api) { return null; } }'
        Architecture.onlyTheOrdersPackageUsesAnOperation(OF_ONE_OPERATION)         | 'client.Violator'          | 'uses the response of an operation'   | 'class Violator { io.github.partnercenter4j.model.OrderLineItemProvisioningStatus[] lines; }'
        Architecture.onlyTheOrdersPackageUsesAnOperation(OF_ONE_OPERATION)         | 'client.PartnerCenter'     | 'has a second shortcut'         | 'class PartnerCenter { io.github.partnercenter4j.api.OrdersApi again() { return null; } }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.internal.body.Violator' | 'uses a layer above'             | 'class Violator { io.github.partnercenter4j.client.internal.call.Call call; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.internal.text.Violator' | 'uses a layer above'             | 'class Violator { io.github.partnercenter4j.client.internal.body.MediaType type; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.internal.body.Violator' | 'uses a layer on its own level'          | 'class Violator { io.github.partnercenter4j.client.internal.http.Deadline deadline; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.internal.http.Violator' | 'uses a layer above'             | 'class Violator { io.github.partnercenter4j.client.internal.call.Call call; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.internal.http.Violator' | 'uses a public exception'        | 'class Violator { io.github.partnercenter4j.client.TransportException failure; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.internal.call.Violator' | 'uses an entry point'            | 'class Violator { io.github.partnercenter4j.client.CallOptions options; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.internal.call.Violator' | 'uses the layer above'           | 'class Violator { io.github.partnercenter4j.client.entra.TokenStore store; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.entra.Violator'         | 'uses an entry point'            | 'class Violator { io.github.partnercenter4j.client.PartnerCenter partnerCenter; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.orders.Violator'        | 'uses internals'                 | 'class Violator { io.github.partnercenter4j.client.internal.http.Deadline deadline; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.Cloud'                  | 'is a value and uses internals'  | 'class Cloud { io.github.partnercenter4j.client.internal.http.Deadline deadline; }'
        Architecture.clientLayersUseLowerLayersOnly()                            | 'client.Violator'               | 'uses a layer on its own level'          | 'class Violator { io.github.partnercenter4j.client.entra.TokenStore store; }'
        Architecture.publicSignaturesUseOwnTypesOnly()                                      | 'client.Violator'               | 'shows an internal type'         | 'public class Violator { public io.github.partnercenter4j.client.internal.call.Call call() { return null; } }'
        Architecture.publicSignaturesUseOwnTypesOnly()                                      | 'client.Violator'          | 'returns Jackson\'s type'        | 'public class Violator { public java.util.List<com.fasterxml.jackson.databind.JsonNode> tree() { return null; } }'
        Architecture.publicSignaturesUseOwnTypesOnly()                                      | 'client.Violator'          | 'takes Feign\'s type'            | 'public class Violator { public void call(feign.Request[] requests) {} }'
        Architecture.publicSignaturesUseOwnTypesOnly()                                      | 'api.Violator'             | 'throws Feign\'s type'           | 'public interface Violator { void call() throws feign.FeignException; }'
        Architecture.publicSignaturesUseOwnTypesOnly()                                      | 'client.Violator'          | 'has a field of HttpClient\'s type'       | 'public class Violator { protected org.apache.hc.core5.http.HttpHost host; }'
        Architecture.publicSignaturesUseOwnTypesOnly()                                      | 'client.Violator'          | 'extends MSAL\'s type'           | 'public abstract class Violator implements com.microsoft.aad.msal4j.IHttpClient {}'
        Architecture.publicSignaturesUseOwnTypesOnly()                                      | 'client.Violator'          | 'has a type variable bound by Jackson\'s type'    | 'public class Violator { public <T extends com.fasterxml.jackson.databind.JsonNode> T tree() { return null; } }'
        Architecture.onlyListedTypesAreExported()                                    | 'client.Violator'          | 'is not listed'                | 'public final class Violator {}'
        Architecture.onlyListedTypesAreExported()                                    | 'client.orders.Violator'   | 'is not listed'                | 'public record Violator(int value) {}'
        Architecture.publicTypesCannotBeExtended()                                         | 'client.Violator'          | 'can be extended'             | 'public class Violator {}'
        Architecture.publicTypesCannotBeExtended()                                         | 'client.Violator'          | 'has a nested class that can be extended'  | 'public final class Violator { public static class Inner {} }'
        Architecture.onlyListedExceptionsAreExported()                                     | 'client.Violator'          | 'is not listed'        | 'public final class Violator extends RuntimeException { private static final long serialVersionUID = 1; }'
    }

    def 'a class of pcorders that uses a type of another package violates a rule'() {
        given: 'compiled while that type was public'
        compiled('client.RetryFilter', 'public class RetryFilter {}', 'cli.Violator', 'class Violator { io.github.partnercenter4j.client.RetryFilter filter; }')
        def command = imported(directory.resolve('classes/io/github/partnercenter4j/cli'))

        expect:
        Architecture.cliUsesExportedTypesOnly().evaluate(command).failureReport.details.any { it.contains("${OURS}.cli.Violator") }
    }

    def 'a class of #user that uses the internal type #type violates a rule: #violates'() {
        expect:
        rule.evaluate(compiled("${where}.Violator", "class Violator { io.github.partnercenter4j.client.internal.$type value; }"))
                .failureReport.details.any { it.contains("${OURS}.${where}.Violator") } == violates

        where:
        user          | where    | rule                                        | type                                || violates
        'pcorders'    | 'cli'    | Architecture.cliUsesExportedTypesOnly()     | 'call.Call'                         || true
        'the starter' | 'spring' | Architecture.starterUsesExportedTypesOnly() | 'environment.SignIn'                || true
        'the starter' | 'spring' | Architecture.starterUsesExportedTypesOnly() | 'environment.EnvironmentCredential' || false
    }

    def 'a package of #count classes violates a rule: #violates'() {
        given:
        def classes = compiled('client.Violator', (1..<count).collect { "class Other$it {}" }.join(' ') + ' class Violator { class Inner {} }')

        expect:
        Architecture.packagesAreSmall(30, classes).evaluate(classes).failureReport.details.any { it.contains("${OURS}.client.Violator") } == violates

        where:
        count || violates
        30    || false
        31    || true
    }

    def 'packages that use each other violate a rule'() {
        given:
        def classes = compiled(
                'client.Violator', 'public class Violator { io.github.partnercenter4j.client.orders.Other other; }',
                'client.orders.Other', 'public class Other { io.github.partnercenter4j.client.Violator offender; }')

        expect:
        Architecture.packagesHaveNoCycles().evaluate(classes).failureReport.details.any { it.contains('Cycle detected') }
    }

    def 'no package has classes in two modules'() {
        expect:
        Architecture.splitPackages(BY_MODULE).empty
        BY_MODULE.every { module, classes -> !classes.empty }

        and: 'a package in two modules is found'
        Architecture.splitPackages(BY_MODULE + [another: compiled('client.orders.Violator', 'class Violator {}')]) == ["${OURS}.client.orders".toString()] as Set
    }

    def 'the engine of the conformance suite has small packages without cycles, of which none is in another module, and small classes'() {
        expect:
        Architecture.packagesAreSmall(30, ENGINE).evaluate(ENGINE).failureReport.details == []
        Architecture.packagesHaveNoCycles().evaluate(ENGINE).failureReport.details == []
        Architecture.splitPackages(BY_MODULE + [conformance: ENGINE.toList()]).empty
        ENGINE.size() > 100
        Sources.longerThan(Sources.lengths(Repository.ROOT.resolve('conformance/src/main')), 250).empty
    }

    def 'the exceptions of the client are sealed and final'() {
        expect:
        PartnerCenterException.permittedSubclasses*.name as Set == Architecture.EXCEPTIONS
        PartnerCenterException.permittedSubclasses.every { java.lang.reflect.Modifier.isFinal(it.modifiers) }
    }

    def 'the sources of the client outside its orders package contain no operation id and no path'() {
        given:
        def words = SpecDocument.CURRENT.api.paths.collectMany { path, item ->
            // An id of two words or more, and a segment with its slash: others may be everyday words, such as cancel.
            item.readOperations()*.operationId.findAll { it =~ /[A-Z]/ } + path.split('/').findAll { it && !it.startsWith('{') && it != 'orders' && it != 'customers' }.collect { '/' + it }
        }
        def sources = Sources.javaFiles(CLIENT_SOURCES).findAll { !it.parent.endsWith('orders') }

        expect:
        words.containsAll('getProvisioningStatus', '/provisioningstatus')
        Sources.containing(sources, words).empty

        and: 'a word in a string is found, a word in a comment or a part of one is not'
        Sources.containing([file('A.java', '/** See getProvisioningStatus. */ class A { String path = "/a/provisioningstatus", other = "/provisioningstatuses"; }')], ['getProvisioningStatus', '/provisioningstatus']) == ['A.java: /provisioningstatus']
    }

    def 'a class of the client has at most 250 lines'() {
        given:
        def lengths = Sources.lengths(CLIENT_SOURCES)

        expect:
        Sources.longerThan(lengths, 250).empty
        Sources.median(lengths.values()) <= 80

        and: 'a file of 251 lines is found'
        Sources.longerThan(Sources.lengths(file('long/Long.java', 'x\n' * 251).parent), 250) == ['Long.java']
        Sources.longerThan(Sources.lengths(file('short/Short.java', 'x\n' * 250).parent), 250) == []
    }

    def 'the median of #lengths is #median'(List<Integer> lengths, BigDecimal median) {
        expect:
        Sources.median(lengths) == median

        where:
        lengths        || median
        [81, 1, 90]    || 81
        [80, 1, 2, 90] || 41
    }

    private JavaClasses compiled(String... typesAndCode) {
        def files = typesAndCode.toList().collate(2).collect { type, code ->
            def name = type.tokenize('.')
            file("source/${name.join('/')}.java", "package ${([OURS] + name.init()).join('.')}; $code")
        }
        def classes = directory.resolve('classes')
        Javac.compile(files, classes, Javac.testClassPath)
        imported(classes)
    }

    private Path file(String name, String text) {
        def file = directory.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    private static JavaClasses imported(Path classes) {
        new ClassFileImporter().importPath(classes)
    }
}
