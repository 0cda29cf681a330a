package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.api.Operation as Generated
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.model.ApiResponse
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.lang.reflect.Method

/** The methods of generated interfaces, by the id of the operation. */
@CompileStatic
class GeneratedMethods {
    private final Collection<Class<?>> apis

    GeneratedMethods(Collection<Class<?>> apis) {
        this.apis = apis
    }

    /** Returns the method that returns the value of the response; null if there is none. */
    Method value(String operation, int arguments) {
        methods(operation, arguments).find { it.returnType != ApiResponse }
    }

    /** Returns the method that returns the whole response; null if there is none. */
    Method response(String operation, int arguments) {
        methods(operation, arguments).find { it.returnType == ApiResponse }
    }

    /** An id can differ from the name of the method, such as Get_Item from getItem. */
    private List<Method> methods(String operation, int arguments) {
        apis.collectMany { it.methods.toList() }.findAll { it.getAnnotation(Generated)?.id() == operation && it.parameterCount == arguments }
    }

    /** @throws IllegalArgumentException if an operation has no method, with the place of the operation */
    void requireAll(SpecModel spec) {
        spec.operations().each { Operation operation ->
            int arguments = Requests.positional(operation).size()
            if (response(operation.id(), arguments) == null) {
                throw new IllegalArgumentException("#${operation.pointer()}: none of the interfaces ${apis*.simpleName} has the operation ${operation.id()} " +
                        "with $arguments arguments. Generate them from this document, and return all of them in client().")
            }
        }
    }
}
