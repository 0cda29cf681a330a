package io.github.partnercenter4j.checks.api

import java.lang.module.ModuleFinder
import java.lang.reflect.AnnotatedType
import java.lang.reflect.Constructor
import java.lang.reflect.Executable
import java.lang.reflect.Field
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path

/** Describes the public API of a jar or a folder of classes as sorted lines of text. */
class PublicApi {
    private static final List<String> OF_EVERY_OBJECT = ['equals', 'hashCode', 'toString']

    private final Path classes
    private final ClassLoader loader
    private final Set<String> packages

    /** @param packages the packages that are API if there is no module descriptor; null for all */
    PublicApi(Path classes, ClassLoader loader, Set<String> packages = null) {
        this.classes = classes
        this.loader = loader
        this.packages = packages
    }

    String getText() {
        names().findAll { exported(it) }.sort().collect { loader.loadClass(it) }.findAll { visible(it) }.collect { describe(it) }.join('\n')
                // Newer JDKs print an annotation without elements as in source code.
                .replaceAll(/@(\w+\.)*(\w+)(\(\))? /, '@$2 ')
    }

    private List<String> names() {
        Files.isDirectory(classes) ? namesIn(classes) : FileSystems.newFileSystem(classes).withCloseable { jar -> namesIn(jar.getPath('/')) }
    }

    private static List<String> namesIn(Path root) {
        Files.walk(root).withCloseable { walk ->
            walk.collect { root.relativize(it).toString().replace('\\', '/') }
                    .findAll { it.endsWith('.class') && it.contains('/') && !it.startsWith('META-INF') && !it.endsWith('package-info.class') }
                    .collect { it.replace('.class', '').replace('/', '.') }
        }
    }

    /** A jar without a module descriptor exports every package, unless some are given. */
    private boolean exported(String name) {
        exports == null || name.substring(0, name.lastIndexOf('.')) in exports
    }

    @Lazy
    private Set<String> exports = {
        def descriptor = Files.isDirectory(classes) && !Files.exists(classes.resolve('module-info.class')) ? null : ModuleFinder.of(classes).findAll().first().descriptor()
        descriptor == null || descriptor.automatic ? packages : descriptor.exports().findAll { !it.qualified }*.source() as Set
    }()

    private static boolean visible(Class<?> type) {
        type == null || (shown(type.modifiers) && !type.synthetic && visible(type.enclosingClass))
    }

    private static boolean shown(int modifiers) {
        Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)
    }

    private static String describe(Class<?> type) {
        def parents = [type.annotatedSuperclass].findAll { it && !(it.type in [Object, Record]) && !type.enum } + type.annotatedInterfaces.toList()
        // JDK 17 does not print every sealed modifier. The list of permitted classes says the same.
        def head = type.toGenericString().replace('non-sealed ', '').replace('sealed ', '') + (parents ? ' is ' + parents.join(', ') : '') +
                (type.sealed ? ' permits ' + type.permittedSubclasses*.name.sort().join(', ') : '')
        def components = (type.recordComponents ?: []).collect { "    component $it.annotatedType $it.name" }
        def members = type.declaredFields.findAll { shown(it.modifiers) }.collect { field(it) } +
                type.declaredConstructors.findAll { shown(it.modifiers) }.collect { constructor(it) } +
                type.declaredMethods.findAll { shown(it.modifiers) && !it.synthetic && !(it.name in OF_EVERY_OBJECT) }.collect { method(it) }
        ([head] + components + members.sort().collect { '    ' + it }).join('\n') + '\n'
    }

    private static String field(Field field) {
        words('field', Modifier.toString(field.modifiers), field.annotatedType, field.name)
    }

    private static String constructor(Constructor<?> constructor) {
        words('constructor', Modifier.toString(constructor.modifiers), constructor.declaringClass.simpleName + arguments(constructor))
    }

    private static String method(Method method) {
        def variables = method.typeParameters ? "<${method.typeParameters.collect { it.name + (it.bounds.toList() == [Object] ? '' : ' extends ' + it.bounds*.typeName.join(' & ')) }.join(', ')}>" : ''
        words('method', Modifier.toString(method.modifiers & ~Modifier.TRANSIENT & ~Modifier.VOLATILE), method.default ? 'default' : '', variables,
                method.annotatedReturnType, method.name + arguments(method))
    }

    private static String arguments(Executable executable) {
        '(' + executable.annotatedParameterTypes.collect { AnnotatedType it -> it.toString() }.join(', ') + ')' +
                (executable.exceptionTypes ? ' throws ' + executable.exceptionTypes*.name.sort().join(', ') : '')
    }

    private static String words(Object... words) {
        words*.toString().findAll().join(' ')
    }
}
