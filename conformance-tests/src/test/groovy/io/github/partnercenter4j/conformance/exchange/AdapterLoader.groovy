package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic

/**
 * Loads {@link PartnerCenterAdapter} a second time, so that it calls a client that was generated from a changed spec and has
 * its own class loader. The suite's other classes are shared, so both adapters take and return the same types.
 */
@CompileStatic
class AdapterLoader extends ClassLoader {
    private static final List<String> ADAPTER = [PartnerCenterAdapter.name, GeneratedMethods.name, Projection.name, Values.name]
    private static final List<String> SHARED = ['io.github.partnercenter4j.conformance.', 'groovy.', 'org.codehaus.groovy.', 'org.apache.groovy.']

    private final ClassLoader client

    private AdapterLoader(ClassLoader client) {
        super(AdapterLoader.classLoader)
        this.client = client
    }

    /** @param client loads the client under test */
    static ClientSource source(ClassLoader client) {
        Class<?> adapter = new AdapterLoader(client).loadClass(PartnerCenterAdapter.name)
        return { String baseUrl, String token -> adapter.getConstructor(String, String).newInstance(baseUrl, token) as ClientAdapter } as ClientSource
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (ADAPTER.any { name == it || name.startsWith(it + '$') }) {
            return findLoadedClass(name) ?: define(name)
        }
        SHARED.any { name.startsWith(it) } ? super.loadClass(name, resolve) : client.loadClass(name)
    }

    private Class<?> define(String name) {
        byte[] bytes = AdapterLoader.classLoader.getResource(name.replace('.', '/') + '.class').bytes
        defineClass(name, bytes, 0, bytes.length)
    }
}
