package io.github.partnercenter4j.watch.machines

import java.nio.file.Files
import java.nio.file.Path

/** A file system of a few megabytes that can be filled up. Only root can mount it. */
class SmallDisk implements AutoCloseable {
    final Path folder
    private final Path filler

    SmallDisk(int megabytes) {
        folder = Files.createTempDirectory('small-disk')
        assert run('mount', '-t', 'tmpfs', '-o', "size=${megabytes}m", 'tmpfs', folder.toString()) == 0
        filler = folder.resolve('filler')
    }

    /** True if this user may mount it. */
    static boolean isPossible() {
        if (System.getProperty('user.name') != 'root' || !Files.isExecutable(Path.of('/bin/mount'))) {
            return false
        }
        try {
            new SmallDisk(1).close()
            true
        } catch (AssertionError e) {
            // A container may lack the right.
            false
        }
    }

    /** Leaves no space. */
    void fill() {
        Files.newOutputStream(filler).withCloseable { file ->
            try {
                while (true) {
                    file.write(new byte[4_096])
                }
            } catch (IOException e) {
                assert e.message.contains('No space left')
            }
        }
    }

    /** Gives the space back. */
    void free() {
        Files.deleteIfExists(filler)
    }

    @Override
    void close() {
        run('umount', folder.toString())
        Files.deleteIfExists(folder)
    }

    private static int run(String... command) {
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()
    }
}
