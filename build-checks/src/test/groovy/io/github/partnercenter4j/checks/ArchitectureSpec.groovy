package io.github.partnercenter4j.checks

import static io.github.partnercenter4j.checks.Architecture.OURS

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

/** Boundaries of packages, the public face, and how large a class may be. Each rule is seen to object to an offender. */
class ArchitectureSpec extends Specification {
    static final List<String> MODULES = ['client-generated', 'client-ext', 'sandbox', 'cli']
    static final Map<String, JavaClasses> BY_MODULE = MODULES.collectEntries { [it, imported(Path.of('..', it, 'target', 'classes'))] }
    static final JavaClasses ALL = new ClassFileImporter().importPaths(MODULES.collect { Path.of('..', it, 'target', 'classes') })

    /** The interfaces, and the schemas that the document gives a service's own .NET name: those of Core and System are everybody's. */
    static final Set<String> OF_ONE_OPERATION = (Apis.all()*.name + SpecDocument.CURRENT.api.components.schemas
            .findAll { name, schema -> schema.extensions?.get('x-dotnet-type')?.contains('.Services.') }
            .collect { name, schema -> "${OURS}.model.$name".toString() }) as Set

    static final Path CLIENT_SOURCES = Path.of('..', 'client-ext', 'src', 'main', 'java')

    @TempDir
    Path directory

    def 'the code keeps the rule: #rule.description'(ArchRule rule) {
        expect:
        rule.evaluate(ALL).failureReport.details == []

        where:
        rule << [Architecture.generatedKnowsNoExtension(),
                 Architecture.sandboxKnowsNoClient(),
                 Architecture.commandUsesExportedTypesOnly(),
                 Architecture.packagesHaveNoCycle(),
                 Architecture.layersOfTheClientUseLowerOnesOnly(),
                 Architecture.packagesAreSmall(30, ALL),
                 Architecture.onlyTheOrdersPackageNamesAnOperation(OF_ONE_OPERATION),
                 Architecture.publicSignaturesAreOurs(),
                 Architecture.onlyThePublicFaceIsPublic(),
                 Architecture.publicTypesAreClosed(),
                 Architecture.failuresAreTheClosedList()]
    }

    def 'a rule objects to #type, which #offence'(ArchRule rule, String type, String offence, String code) {
        expect:
        rule.evaluate(compiled(type, code)).failureReport.details.any { it.contains("${OURS}.$type") }

        where:
        rule                                                                        | type                       | offence                          | code
        Architecture.generatedKnowsNoExtension()                                    | 'model.Offender'           | 'knows the extension'            | 'class Offender { Object cloud = io.github.partnercenter4j.client.Cloud.PUBLIC; }'
        Architecture.sandboxKnowsNoClient()                                         | 'sandbox.Offender'         | 'judges by the client'           | 'class Offender { io.github.partnercenter4j.client.ServiceException expected; }'
        Architecture.sandboxKnowsNoClient()                                         | 'sandbox.spec.Offender'    | 'writes with the client\'s model' | 'class Offender { void write(io.github.partnercenter4j.model.Link link) {} }'
        Architecture.onlyTheOrdersPackageNamesAnOperation(OF_ONE_OPERATION)         | 'client.Offender'          | 'calls an operation'             | 'class Offender { Object call(io.github.partnercenter4j.api.OrdersApi api) { return null; } }'
        Architecture.onlyTheOrdersPackageNamesAnOperation(OF_ONE_OPERATION)         | 'client.Offender'          | 'reads an operation\'s answer'   | 'class Offender { io.github.partnercenter4j.model.OrderLineItemProvisioningStatus[] lines; }'
        Architecture.onlyTheOrdersPackageNamesAnOperation(OF_ONE_OPERATION)         | 'client.PartnerCenter'     | 'has a second short cut'         | 'class PartnerCenter { io.github.partnercenter4j.api.OrdersApi again() { return null; } }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.internal.body.Offender' | 'uses a layer above'             | 'class Offender { io.github.partnercenter4j.client.internal.call.Call call; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.internal.text.Offender' | 'uses a layer above'             | 'class Offender { io.github.partnercenter4j.client.internal.body.MediaType type; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.internal.body.Offender' | 'uses the layer beside'          | 'class Offender { io.github.partnercenter4j.client.internal.http.Deadline deadline; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.internal.http.Offender' | 'uses a layer above'             | 'class Offender { io.github.partnercenter4j.client.internal.call.Call call; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.internal.http.Offender' | 'throws what users catch'        | 'class Offender { io.github.partnercenter4j.client.TransportException failure; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.internal.call.Offender' | 'uses an entry point'            | 'class Offender { io.github.partnercenter4j.client.CallOptions options; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.internal.call.Offender' | 'uses the layer above'           | 'class Offender { io.github.partnercenter4j.client.entra.TokenStore store; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.entra.Offender'         | 'uses an entry point'            | 'class Offender { io.github.partnercenter4j.client.PartnerCenter partnerCenter; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.orders.Offender'        | 'uses internals'                 | 'class Offender { io.github.partnercenter4j.client.internal.http.Deadline deadline; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.Cloud'                  | 'is a value and uses internals'  | 'class Cloud { io.github.partnercenter4j.client.internal.http.Deadline deadline; }'
        Architecture.layersOfTheClientUseLowerOnesOnly()                            | 'client.Offender'               | 'uses the layer beside'          | 'class Offender { io.github.partnercenter4j.client.entra.TokenStore store; }'
        Architecture.publicSignaturesAreOurs()                                      | 'client.Offender'               | 'shows an internal type'         | 'public class Offender { public io.github.partnercenter4j.client.internal.call.Call call() { return null; } }'
        Architecture.publicSignaturesAreOurs()                                      | 'client.Offender'          | 'returns Jackson\'s type'        | 'public class Offender { public java.util.List<com.fasterxml.jackson.databind.JsonNode> tree() { return null; } }'
        Architecture.publicSignaturesAreOurs()                                      | 'client.Offender'          | 'takes Feign\'s type'            | 'public class Offender { public void call(feign.Request[] requests) {} }'
        Architecture.publicSignaturesAreOurs()                                      | 'api.Offender'             | 'throws Feign\'s type'           | 'public interface Offender { void call() throws feign.FeignException; }'
        Architecture.publicSignaturesAreOurs()                                      | 'client.Offender'          | 'keeps HttpClient\'s type'       | 'public class Offender { protected org.apache.hc.core5.http.HttpHost host; }'
        Architecture.publicSignaturesAreOurs()                                      | 'client.Offender'          | 'extends MSAL\'s type'           | 'public abstract class Offender implements com.microsoft.aad.msal4j.IHttpClient {}'
        Architecture.publicSignaturesAreOurs()                                      | 'client.Offender'          | 'is bound by Jackson\'s type'    | 'public class Offender { public <T extends com.fasterxml.jackson.databind.JsonNode> T tree() { return null; } }'
        Architecture.onlyThePublicFaceIsPublic()                                    | 'client.Offender'          | 'nobody promised'                | 'public final class Offender {}'
        Architecture.onlyThePublicFaceIsPublic()                                    | 'client.orders.Offender'   | 'nobody promised'                | 'public record Offender(int value) {}'
        Architecture.publicTypesAreClosed()                                         | 'client.Offender'          | 'anybody may extend'             | 'public class Offender {}'
        Architecture.publicTypesAreClosed()                                         | 'client.Offender'          | 'holds what anybody may extend'  | 'public final class Offender { public static class Inner {} }'
        Architecture.failuresAreTheClosedList()                                     | 'client.Offender'          | 'is a failure of its own'        | 'public final class Offender extends RuntimeException { private static final long serialVersionUID = 1; }'
    }

    def 'a rule objects to a command that uses what only our packages may'() {
        given: 'a command, compiled while the ring was public'
        compiled('client.RetryFilter', 'public class RetryFilter {}', 'cli.Offender', 'class Offender { io.github.partnercenter4j.client.RetryFilter filter; }')
        def command = imported(directory.resolve('classes/io/github/partnercenter4j/cli'))

        expect:
        Architecture.commandUsesExportedTypesOnly().evaluate(command).failureReport.details.any { it.contains("${OURS}.cli.Offender") }
    }

    def 'a rule objects to a command that uses a public class of an internal package'() {
        expect:
        Architecture.commandUsesExportedTypesOnly().evaluate(compiled('cli.Offender', 'class Offender { io.github.partnercenter4j.client.internal.call.Call call; }'))
                .failureReport.details.any { it.contains("${OURS}.cli.Offender") }
    }

    def 'a rule objects to a package of #count classes: #objects'() {
        given:
        def classes = compiled('client.Offender', (1..<count).collect { "class Other$it {}" }.join(' ') + ' class Offender { class Inner {} }')

        expect:
        Architecture.packagesAreSmall(30, classes).evaluate(classes).failureReport.details.any { it.contains("${OURS}.client.Offender") } == objects

        where:
        count || objects
        30    || false
        31    || true
    }

    def 'a rule objects to packages that know each other'() {
        given:
        def classes = compiled(
                'client.Offender', 'public class Offender { io.github.partnercenter4j.client.orders.Other other; }',
                'client.orders.Other', 'public class Other { io.github.partnercenter4j.client.Offender offender; }')

        expect:
        Architecture.packagesHaveNoCycle().evaluate(classes).failureReport.details.any { it.contains('Cycle detected') }
    }

    def 'no package is in two modules'() {
        expect:
        Architecture.splitPackages(BY_MODULE).empty
        BY_MODULE.every { module, classes -> !classes.empty }

        and: 'the rule finds one that is'
        Architecture.splitPackages(BY_MODULE + [offender: compiled('client.orders.Offender', 'class Offender {}')]) == ["${OURS}.client.orders".toString()] as Set
    }

    def 'the failures that a call can end in are sealed, and none can be extended'() {
        expect:
        PartnerCenterException.permittedSubclasses*.name as Set == Architecture.FAILURES
        PartnerCenterException.permittedSubclasses.every { java.lang.reflect.Modifier.isFinal(it.modifiers) }
    }

    def 'the sources of the extension outside its orders package spell no operation and no path'() {
        given:
        def words = SpecDocument.CURRENT.api.paths.collectMany { path, item ->
            item.readOperations()*.operationId + path.split('/').findAll { it && !it.startsWith('{') && it != 'orders' && it != 'customers' }
        }
        def sources = Sources.javaFiles(CLIENT_SOURCES).findAll { !it.parent.endsWith('orders') }

        expect:
        words == ['getProvisioningStatus', 'provisioningstatus']
        Sources.naming(sources, words).empty

        and: 'the rule finds one that does, but not in a comment'
        Sources.naming([file('A.java', '/** See getProvisioningStatus. */ class A { String path = "/provisioningstatus"; }')], words) == ['A.java: provisioningstatus']
    }

    def 'a class of the extension is small'() {
        given:
        def lengths = Sources.lengths(CLIENT_SOURCES)

        expect:
        Sources.longerThan(lengths, 250).empty
        Sources.median(lengths.values()) <= 80

        and: 'the rule finds a file of one line too many'
        Sources.longerThan(Sources.lengths(file('long/Long.java', 'x\n' * 251).parent), 250) == ['Long.java']
        Sources.longerThan(Sources.lengths(file('short/Short.java', 'x\n' * 250).parent), 250) == []
    }

    def 'half of #lengths have at most #median lines'(List<Integer> lengths, BigDecimal median) {
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
