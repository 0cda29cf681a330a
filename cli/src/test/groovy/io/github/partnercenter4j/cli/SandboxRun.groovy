package io.github.partnercenter4j.cli

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** A run of the command sandbox in this JVM. It ends when it is closed. */
class SandboxRun implements AutoCloseable {
    private final CountDownLatch printed = new CountDownLatch(1)
    private final Thread thread
    private final StringWriter out = new StringWriter() {
        @Override
        void flush() {
            printed.countDown()
        }
    }
    private final StringWriter err = new StringWriter()
    int exitCode = -1

    SandboxRun(Object... args) {
        thread = Thread.start {
            exitCode = Main.run(['sandbox', *args]*.toString() as String[], [:], new PrintWriter(out), new PrintWriter(err))
        }
        assert printed.await(5, TimeUnit.MINUTES)
        assert out.toString() != '' : err
    }

    String getText() {
        out
    }

    String getUrl() {
        (text =~ /running at (\S+)\./)[0][1]
    }

    String getToken() {
        tokenFile.text
    }

    String getPrintToken() {
        section('Print the access token (accepted only by this sandbox):')[0]
    }

    List<String> getOrders() {
        section('Orders (CUSTOMER ORDER):')
    }

    List<String> getForbidden() {
        section('Customers whose orders return 403:')
    }

    String getCurl() {
        section('Request an order, in another shell:')[0]
    }

    String getPcorders() {
        section('Request an order, in another shell:')[1]
    }

    List<String> getSignIn() {
        section('Sign in, then request an order as the signed-in user:')
    }

    File getTokenFile() {
        new File((pcorders =~ /--token-file (\S+)/)[0][1])
    }

    List<String> section(String title) {
        def lines = text.readLines()
        lines.drop(lines.indexOf(title) + 1).takeWhile { it.startsWith('  ') }*.substring(2)
    }

    @Override
    void close() {
        thread.interrupt()
        thread.join(300_000)
    }
}
