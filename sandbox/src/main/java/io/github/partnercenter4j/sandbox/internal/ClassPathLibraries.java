package io.github.partnercenter4j.sandbox.internal;

/**
 * Makes WireMock and swagger-parser readable for the sandbox's module. They have to be on the class path: WireMock's jar has no
 * module descriptor and contains a copy of JSpecify's annotations, so the JVM refuses it as a module beside org.jspecify,
 * which the client needs. The jars of swagger-parser have no module names. Maven puts all of them on the class path,
 * because no module requires them.
 */
public final class ClassPathLibraries {

    private static final String WIREMOCK = "com.github.tomakehurst.wiremock.WireMockServer";

    private ClassPathLibraries() {}

    /**
     * Lets the sandbox's module read the class path. Does nothing if the sandbox is on the class path itself.
     *
     * @throws IllegalStateException if WireMock is not on the class path
     */
    public static void makeReadable() {
        Module module = ClassPathLibraries.class.getModule();
        ClassLoader loader = ClassPathLibraries.class.getClassLoader();
        module.addReads(loader.getUnnamedModule());
        try {
            Class.forName(WIREMOCK, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "Cannot find WireMock. Put wiremock-standalone, swagger-parser-v3 and what they need on the class path,"
                            + " not on the module path.",
                    e);
        }
    }
}
