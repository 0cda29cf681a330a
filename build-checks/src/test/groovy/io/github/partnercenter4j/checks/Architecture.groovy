package io.github.partnercenter4j.checks

import static com.tngtech.archunit.base.DescribedPredicate.describe
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

import com.tngtech.archunit.base.DescribedPredicate
import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaCodeUnit
import com.tngtech.archunit.core.domain.JavaMember
import com.tngtech.archunit.core.domain.JavaModifier
import com.tngtech.archunit.lang.ArchCondition
import com.tngtech.archunit.lang.ArchRule
import com.tngtech.archunit.lang.ConditionEvents
import com.tngtech.archunit.lang.SimpleConditionEvent
import com.tngtech.archunit.library.dependencies.SliceAssignment
import com.tngtech.archunit.library.dependencies.SliceIdentifier
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition

/** The architecture rules. They are separate from the test so that each can be run on a class that violates it. */
class Architecture {
    static final String OURS = 'io.github.partnercenter4j'

    /** The public types of the client. A type that is added here cannot be removed after 1.0.0. */
    static final Set<String> PUBLIC_TYPES = [
            'PartnerCenter', 'PartnerCenterBuilder', 'CallOptions', 'CallListener', 'Format', 'Cloud',
            'Credential', 'TokenRequest', 'AccessToken', 'RequestLimiter', 'RequestInterceptor', 'MicrometerObserver', 'PartnerCenterException',
            'entra.EntraCredential', 'entra.EntraCredentialBuilder', 'entra.DeviceCode', 'entra.TokenStore',
            'orders.ProvisioningOutcome', 'orders.ProvisioningState', 'orders.ProvisioningStatus', 'orders.ProvisioningWaiter',
            'orders.PollPauses', 'orders.AfterFailure', 'orders.PendingCause'
    ].collect { "${OURS}.client.$it".toString() } as Set

    /** The exceptions that a call can throw. PartnerCenterException is sealed and permits no others. */
    static final Set<String> EXCEPTIONS = [
            'CredentialException', 'ServiceException', 'UnexpectedStatusException', 'TransportException', 'DecodingException'
    ].collect { "${OURS}.client.$it".toString() } as Set

    /** The types of the package client that its internals may use. They use no internal types except the rules for text. */
    static final Set<String> VALUE_TYPES = [
            'Cloud', 'Format', 'CallListener', 'Credential', 'TokenRequest', 'AccessToken', 'RequestLimiter', 'RequestInterceptor', 'PartnerCenterException', 'ServiceMessage'
    ].collect { "${OURS}.client.$it".toString() } + EXCEPTIONS as Set

    /** The immutable types of the package sandbox that its internals may use. */
    static final Set<String> VALUE_TYPES_OF_SANDBOX = [
            'SandboxOrder', 'LineItem', 'Deviation'
    ].collect { "${OURS}.sandbox.$it".toString() } as Set

    /** The types of the package watch that use its internals. All others are values, which the internals may use. */
    static final Set<String> ENTRY_TYPES_OF_WATCH = ['ProvisioningWatch', 'ProvisioningWatchBuilder'].collect { "${OURS}.watch.$it".toString() } as Set

    /** The layers of the client, and the layers that each may use besides itself. */
    static final Map<String, List<String>> LAYERS = [
            'client'        : ['values', 'internal.environment', 'internal.call', 'internal.body', 'internal.http', 'internal.text'],
            'entra'         : ['values', 'internal.call', 'internal.body', 'internal.http', 'internal.text'],
            'orders'        : ['values', 'client'],
            'internal.environment': ['values', 'entra', 'internal.text'],
            'internal.call' : ['values', 'internal.body', 'internal.http', 'internal.text'],
            'internal.body' : ['internal.text'],
            'internal.http' : ['internal.text'],
            'values'        : ['internal.text'],
            'internal.text' : []
    ]

    /** The internal types that pcorders may use. It is on the class path, so the module system does not stop it. */
    static final Set<String> INTERNAL_TYPES_OF_CLI = [
            'call.ResponseDecoder', 'call.InvalidArgumentException', 'text.PlainText', 'text.Guid', 'text.HeaderValue', 'text.Suggestion',
            'environment.EnvironmentCredential', 'environment.EnvironmentVariables', 'environment.HomeFolder', 'environment.ReadError', 'environment.SignIn', 'environment.SignInFile'
    ].collect { "${OURS}.client.internal.$it".toString() } as Set

    static final String[] LIBRARIES = ['com.fasterxml..', 'feign..', 'org.apache.hc..', 'com.microsoft..', 'com.github.kagkarlsson..', 'com.zaxxer..', 'org.sqlite..']

    static ArchRule generatedCodeDoesNotUseTheClient() {
        noClasses().that().resideInAnyPackage("${OURS}.api..", "${OURS}.model..")
                .should().dependOnClassesThat().resideInAPackage("${OURS}.client..")
    }

    static ArchRule sandboxDoesNotUseTheClient() {
        noClasses().that().resideInAPackage("${OURS}.sandbox..")
                .should().dependOnClassesThat().resideInAnyPackage("${OURS}.client..", "${OURS}.api..", "${OURS}.model..", "${OURS}.cli..")
    }

    static ArchRule cliUsesExportedTypesOnly() {
        usesExportedTypesOnly('cli', INTERNAL_TYPES_OF_CLI)
    }

    static ArchRule starterUsesExportedTypesOnly() {
        usesExportedTypesOnly('spring', ["${OURS}.client.internal.environment.EnvironmentCredential".toString()] as Set)
    }

    private static ArchRule usesExportedTypesOnly(String user, Set<String> internalTypes) {
        noClasses().that().resideInAPackage("${OURS}.$user..")
                .should().dependOnClassesThat(of('are not exported by their module of this project') { JavaClass it ->
                    JavaClass.Predicates.resideInAPackage("${OURS}..").test(it) && !JavaClass.Predicates.resideInAPackage("${OURS}.$user..").test(it) && !isExported(it) && !(it.name in internalTypes)
                })
    }

    static ArchRule packagesHaveNoCycles() {
        SlicesRuleDefinition.slices().assignedFrom(new SliceAssignment() {
            @Override
            SliceIdentifier getIdentifierOf(JavaClass type) {
                def name = type.packageName
                !name.startsWith("${OURS}.") ? SliceIdentifier.ignore()
                        : layer(type) == 'values' ? SliceIdentifier.of("${OURS}.client", 'values')
                        : outermost(type).name in VALUE_TYPES_OF_SANDBOX ? SliceIdentifier.of("${OURS}.sandbox", 'values')
                        : name == "${OURS}.watch" && !(outermost(type).name in ENTRY_TYPES_OF_WATCH) ? SliceIdentifier.of(name, 'values') : SliceIdentifier.of(name)
            }

            @Override
            String getDescription() {
                'packages, with the value types of the client, the sandbox and the watch as packages of their own'
            }
        }).should().beFreeOfCycles()
    }

    static ArchRule clientLayersUseLowerLayersOnly() {
        classes().that().resideInAPackage("${OURS}.client..").should(condition("use only the layers below their own: $LAYERS") { JavaClass type ->
            def own = layer(type)
            type.directDependenciesFromSelf
                    .findAll { layer(it.targetClass.baseComponentType) !in [null, own] + LAYERS[own] }*.description
        })
    }

    static ArchRule packagesAreSmall(int max, Iterable<JavaClass> all) {
        Map<String, Integer> sizes = all.findAll { it.topLevelClass && it.simpleName != 'package-info' }.countBy { it.packageName }
        classes().that().resideInAPackage("${OURS}..").should(condition("be in a package of at most $max classes") { JavaClass type ->
            sizes[type.packageName] > max ? ["${type.name} is in ${type.packageName} of ${sizes[type.packageName]} classes".toString()] : []
        })
    }

    /** Returns the layer of a class of the client, or null for any other class. */
    private static String layer(JavaClass type) {
        def client = "${OURS}.client"
        def outer = outermost(type)
        outer.packageName == client ? (outer.name in VALUE_TYPES ? 'values' : 'client')
                : outer.packageName.startsWith(client + '.') ? outer.packageName.substring(client.length() + 1) : null
    }

    private static JavaClass outermost(JavaClass type) {
        type.enclosingClass.map { outermost(it) }.orElse(type)
    }

    /** The only exception is PartnerCenter.orders(), the shortcut for the most common call. */
    static ArchRule onlyTheOrdersPackageUsesAnOperation(Set<String> ofOneOperation) {
        String shortcut = "Method <${OURS}.client.PartnerCenter.orders()>"
        classes().that().resideInAPackage("${OURS}.client..").and().resideOutsideOfPackage("${OURS}.client.orders..")
                .should(condition("use no type of a single operation, except in PartnerCenter.orders()") { JavaClass type ->
                    type.directDependenciesFromSelf
                            .findAll { it.targetClass.baseComponentType.name in ofOneOperation && !it.description.startsWith(shortcut) }*.description
                })
    }

    static ArchRule publicSignaturesUseOwnTypesOnly() {
        classes().that(of('are exported') { isExported(it) }).should(condition('have no library type and no internal type in a public signature') { JavaClass type ->
            def supertypes = type.interfaces + type.superclass.stream().toList() + type.typeParameters
            def shown = supertypes.collectMany { it.allInvolvedRawTypes } + type.members.findAll { isShown(it) }.collectMany { signature(it) }
            def foreign = JavaClass.Predicates.resideInAnyPackage(LIBRARIES + "${OURS}..internal..".toString() as String[])
            // Nobody uses the classes of pcorders.
            def allowed = JavaClass.Predicates.resideInAPackage("${OURS}.cli..").test(type) ? INTERNAL_TYPES_OF_CLI : [] as Set
            shown.unique().findAll { foreign.test(it.baseComponentType) && !(it.baseComponentType.name in allowed) }.collect { "${type.name} shows ${it.name}" }
        })
    }

    static ArchRule onlyListedTypesAreExported() {
        classes().that().resideInAPackage("${OURS}.client..").and(of('are top-level and exported') { JavaClass it -> it.topLevelClass && isExported(it) })
                .should(condition('be in the list of public types') { JavaClass type -> type.name in PUBLIC_TYPES + EXCEPTIONS ? [] : ["${type.name} is public"] })
    }

    static ArchRule publicTypesCannotBeExtended() {
        classes().that().resideInAPackage("${OURS}..").and(of('are public') { isPublic(it) })
                .should(condition('be final, sealed, an interface, a record or an enum') { JavaClass type ->
                    type.interface || type.modifiers.contains(JavaModifier.FINAL) || type.enum || type.sealed ? [] : ["${type.name} can be extended"]
                })
    }

    static ArchRule onlyListedExceptionsAreExported() {
        String root = "${OURS}.client.PartnerCenterException"
        classes().that().resideInAPackage("${OURS}.client..").and().areAssignableTo(Throwable).and(of('are exported') { isExported(it) })
                .should(condition('be in the list of exceptions and extend PartnerCenterException directly') { JavaClass type ->
                    type.name == root || type.name in EXCEPTIONS && type.rawSuperclass.get().name == root ? [] : ["${type.name} is not in the list of exceptions"]
                })
    }

    /** Returns the packages that have classes in more than one module. */
    static Set<String> splitPackages(Map<String, Iterable<JavaClass>> modules) {
        modules.values().collectMany { it*.packageName.unique() }.countBy { it }.findAll { it.value > 1 }.keySet()
    }

    private static boolean isPublic(JavaClass type) {
        type.modifiers.contains(JavaModifier.PUBLIC) && (type.topLevelClass || isPublic(type.enclosingClass.get()))
    }

    /** Returns true for a public type outside the internal packages. */
    private static boolean isExported(JavaClass type) {
        isPublic(type) && !type.packageName.contains('.internal')
    }

    private static boolean isShown(JavaMember member) {
        member.modifiers.contains(JavaModifier.PUBLIC) || member.modifiers.contains(JavaModifier.PROTECTED)
    }

    private static Collection<JavaClass> signature(JavaMember member) {
        member.allInvolvedRawTypes + (member instanceof JavaCodeUnit ? member.exceptionTypes : [])
    }

    private static DescribedPredicate<JavaClass> of(String description, Closure<Boolean> test) {
        describe(description, test)
    }

    private static ArchCondition<JavaClass> condition(String description, Closure<List<String>> violations) {
        new ArchCondition<JavaClass>(description) {
            @Override
            void check(JavaClass type, ConditionEvents events) {
                violations(type).each { events.add(SimpleConditionEvent.violated(type, it.toString())) }
            }
        }
    }
}
