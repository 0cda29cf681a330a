package io.github.partnercenter4j.cli

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** A run of the command sandbox within this virtual machine, until it is closed. */
class SandboxRun implements AutoCloseable {
    private final CountDownLatch told = new CountDownLatch(1)
    private final Thread thread
    private final StringWriter out = new StringWriter() {
        @Override
        void flush() {
            told.countDown()
        }
    }
    private final StringWriter err = new StringWriter()
    int exitCode = -1

    SandboxRun(Object... args) {
        thread = Thread.start {
            exitCode = Main.run(['sandbox', *args]*.toString() as String[], [:], new PrintWriter(out), new PrintWriter(err))
        }
        assert told.await(60, TimeUnit.SECONDS)
        assert out.toString() != '' : err
    }

    String getText() {
        out
    }

    String getUrl() {
        (text =~ /answers at (\S+)/)[0][1]
    }

    String getToken() {
        section('Its access token, good nowhere else:')[0]
    }

    List<String> getOrders() {
        section('The orders it knows, as CUSTOMER ORDER:')
    }

    List<String> getForbidden() {
        section('The customers it answers 403 for, whatever the order:')
    }

    String getCurl() {
        section('Ask it:')[0]
    }

    String getPcorders() {
        section('Ask it:')[1]
    }

    List<String> getSignIn() {
        section('Sign in to it, and ask as who signed in:')
    }

    File getTokenFile() {
        new File((pcorders =~ /--token-file (\S+)/)[0][1])
    }

    private List<String> section(String title) {
        def lines = text.readLines()
        lines.drop(lines.indexOf(title) + 1).takeWhile { it.startsWith('  ') }*.substring(2)
    }

    @Override
    void close() {
        thread.interrupt()
        thread.join(60_000)
    }
}
