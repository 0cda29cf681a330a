package io.github.partnercenter4j.client

import java.nio.channels.SocketChannel

/** A server on loopback that accepts nobody. Its queue of connections is full, so that it answers no further attempt to connect. */
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
