package io.github.partnercenter4j.client

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.api.Apis
import java.lang.reflect.Method
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import spock.lang.Specification

/** Compares the metadata for native images with what the client reaches by reflection. It builds no native image, which needs GraalVM. */
class NativeImageSpec extends Specification {
    private static final String FILE =
            '/META-INF/native-image/io.github.partnercenter4j/partnercenter4j-client-generated/reachability-metadata.json'

    List<Map<String, Object>> entries = new JsonMapper().readValue(Apis.getResource(FILE), Map).reflection

    def 'each record that a call can return is registered with its constructor, accessors and components'() {
        given:
        def records = [] as LinkedHashSet<Class>
        operations().each { addRecords(it.genericReturnType, records) }

        expect:
        records*.simpleName.contains('QuantityProvisioningStatus')
        records.findAll { type ->
            def entry = entries.find { it.type == type.name }
            !(entry?.allDeclaredConstructors && entry.allDeclaredMethods && entry.allDeclaredFields)
        } == [] as Set
    }

    def 'each interface is registered with its methods, and as a proxy'() {
        expect:
        Apis.all().findAll { api -> !entries.any { it.type == api.name && it.allDeclaredMethods } } == []
        Apis.all().findAll { api -> !entries.any { it.type == [proxy: [api.name]] } } == []
    }

    def 'each type that is registered exists'() {
        expect:
        entries*.type.collectMany { it instanceof Map ? it.proxy : [it] }.each { Class.forName(it) }
    }

    private static List<Method> operations() {
        Apis.all().collectMany { it.methods.toList() }
    }

    private static void addRecords(Type type, Set<Class> records) {
        if (type instanceof ParameterizedType) {
            type.actualTypeArguments.each { addRecords(it, records) }
        } else if (type instanceof Class && type.isRecord() && records.add(type)) {
            type.recordComponents.each { addRecords(it.genericType, records) }
        }
    }
}
