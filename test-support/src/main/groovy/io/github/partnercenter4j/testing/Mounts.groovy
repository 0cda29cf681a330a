package io.github.partnercenter4j.testing

import java.nio.file.Files
import java.nio.file.Path

/** Real mounts of Linux, which only root may make. They end when this is closed. */
class Mounts implements AutoCloseable {
    static final String REASON = 'mounting needs root and is allowed on Linux only'

    private final List<Path> mounted = []

    /** True if this process may mount. */
    @Lazy
    static boolean allowed = {
        def folder = Files.createTempDirectory('mounts')
        try {
            new Mounts().withCloseable { it.bind(folder, folder) }
            true
        } catch (IOException | AssertionError e) {
            false
        } finally {
            Files.delete(folder)
        }
    }()

    /** Shows a file or folder at another place. */
    void bind(Path what, Path where) {
        run('mount', '--bind', what, where)
        mounted << where
    }

    void readOnly(Path folder) {
        bind(folder, folder)
        run('mount', '-o', 'remount,bind,ro', folder)
    }

    /** Mounts a folder with room for a number of bytes. */
    void small(Path folder, int bytes) {
        run('mount', '-t', 'tmpfs', '-o', "size=$bytes", 'tmpfs', folder)
        mounted << folder
    }

    @Override
    void close() {
        mounted.reverse().each { run('umount', it) }
        mounted.clear()
    }

    private static void run(Object... words) {
        def process = new ProcessBuilder(words*.toString()).redirectErrorStream(true).start()
        def said = process.inputStream.text
        assert process.waitFor() == 0: said
    }
}
