package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors

/** A proxy between a client and a server. It records exchanges, and changes or damages responses on demand. */
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

    /** Returns the base URL for the client. */
    String getBaseUrl() {
        "http://127.0.0.1:${server.localPort}${upstream.base.rawPath ?: ''}"
    }

    /** Changes every response from now on; null stops it. */
    void alter(Alteration change) {
        alteration = change
    }

    /** Damages every response from now on, after it was changed; null stops it. */
    void damage(Damage fault) {
        damage = fault
    }

    /** Changes nothing from now on, and forgets the recorded exchanges. */
    void reset() {
        alteration = null
        damage = null
        seen.clear()
    }

    /** Returns the recorded exchanges: requests as the client sent them, responses as they were before any damage. */
    List<Exchange> getExchanges() {
        List.copyOf(seen)
    }

    private void accept() {
        while (end.count > 0) {
            try {
                Socket client = server.accept()
                threads.execute { serve(client) }
            } catch (IOException ignored) {
                // The relay was closed, or the client went away before its connection was accepted. The loop condition tells.
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
                    response(request, client)
                }
            }
        } catch (IOException ignored) {
            // The client or the server closed the connection.
            return
        } finally {
            sockets.remove(client)
        }
    }

    private void response(HttpRequest request, Socket client) throws IOException {
        HttpResponse response = upstream.ask(request)
        Alteration change = alteration
        if (change != null) {
            response = change.alter(response)
        }
        response = response.framed().with('Connection', 'close')
        seen.add(new Exchange(request, response))
        Damage fault = damage
        if (fault == null) {
            client.outputStream.write(HttpWriter.bytes(response))
        } else {
            fault.send(response, client, end)
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
