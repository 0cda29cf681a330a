package io.github.partnercenter4j.cli;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Loads pcorders again if its jar is in a folder whose name ends with an exclamation mark. Java takes the first "!/" of a jar: URL
 * for the end of the jar's name, and then finds none of its resources. A class loader with an encoded URL finds them.
 */
final class JarFolder {
    private JarFolder() {}

    /** Returns true if the jar was loaded again, and its main method has returned. */
    static boolean runsAgain(String[] args) throws ReflectiveOperationException, MalformedURLException {
        URLClassLoader loader = Main.class.getClassLoader() == ClassLoader.getSystemClassLoader()
                ? loader(System.getProperty("java.class.path"))
                : null;
        if (loader == null) {
            return false;
        }
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass(Main.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
        return true;
    }

    /** Returns null if Java itself can read the resources. */
    static @Nullable URLClassLoader loader(String classPath) throws MalformedURLException {
        String[] entries = classPath.split(File.pathSeparator);
        URL[] urls = new URL[entries.length];
        boolean ambiguous = false;
        for (int i = 0; i < entries.length; i++) {
            String uri = Path.of(entries[i]).toUri().toString();
            ambiguous |= uri.contains("!/");
            urls[i] = URI.create(uri.replace("!", "%21")).toURL();
        }
        return ambiguous ? new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()) : null;
    }
}
