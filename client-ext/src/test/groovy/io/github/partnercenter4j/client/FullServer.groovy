package io.github.partnercenter4j.client

import java.nio.channels.SocketChannel

/** A server on loopback that accepts no connection. Its queue is full, so further attempts to connect get no response. */
class FullServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.loopbackAddress)
    private final List<SocketChannel> waiting = []
    final int port = server.localPort

    FullServer() {
        8.times {
            def channel = SocketChannel.open()
            channel.configureBlocking(false)
            channel.connect(new InetSocketAddress(InetAddress.loopbackAddress, port))
            waiting << channel
        }
    }

    @Override
    void close() {
        waiting*.close()
        server.close()
    }
}
