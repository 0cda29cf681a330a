package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors

/** Stands between a client and a server, writes down what passes, and changes or spoils answers where it is told to. */
@CompileStatic
class Relay implements Closeable {
    private static final int BACKLOG = 256

    private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getByName('127.0.0.1'))
    private final CountDownLatch end = new CountDownLatch(1)
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet()
    private final List<Exchange> seen = new CopyOnWriteArrayList<>()
    private final Upstream upstream
    private volatile Alteration alteration
    private volatile Damage damage
    private final ExecutorService threads = Executors.newCachedThreadPool { Runnable task ->
        Thread thread = new Thread(task, 'conformance-relay')
        thread.daemon = true
        thread
    }

    Relay(String upstreamBaseUrl) {
        upstream = new Upstream(upstreamBaseUrl)
        threads.execute { accept() }
    }

    /** What a client takes for the server's base URL. */
    String getBaseUrl() {
        "http://127.0.0.1:${server.localPort}${upstream.base.rawPath ?: ''}"
    }

    /** Changes every answer from now on. */
    void alter(Alteration change) {
        alteration = change
    }

    /** Spoils every answer from now on, after it was changed. */
    void spoil(Damage fault) {
        damage = fault
    }

    /** Passes on unchanged from now on, and forgets what has passed. */
    void reset() {
        alteration = null
        damage = null
        seen.clear()
    }

    /** What has passed: requests as the client sent them, answers as they were before any damage. */
    List<Exchange> getExchanges() {
        List.copyOf(seen)
    }

    private void accept() {
        while (end.count > 0) {
            try {
                Socket client = server.accept()
                threads.execute { serve(client) }
            } catch (IOException ignored) {
                // Closed, or a client left before it was taken: the loop knows which.
                continue
            }
        }
    }

    private void serve(Socket client) {
        sockets.add(client)
        try {
            client.withCloseable {
                HttpRequest request = new HttpReader(client.inputStream).request()
                if (request != null) {
                    answer(request, client)
                }
            }
        } catch (IOException ignored) {
            // The client went away, or the server did, which the client sees as a connection that is closed.
            return
        } finally {
            sockets.remove(client)
        }
    }

    private void answer(HttpRequest request, Socket client) throws IOException {
        HttpResponse answer = upstream.ask(request)
        Alteration change = alteration
        if (change != null) {
            answer = change.alter(answer)
        }
        answer = answer.framed().with('Connection', 'close')
        seen.add(new Exchange(request, answer))
        Damage fault = damage
        if (fault == null) {
            client.outputStream.write(HttpWriter.bytes(answer))
        } else {
            fault.send(answer, client, end)
        }
    }

    @Override
    void close() throws IOException {
        end.countDown()
        server.close()
        sockets*.close()
        threads.shutdownNow()
    }
}
