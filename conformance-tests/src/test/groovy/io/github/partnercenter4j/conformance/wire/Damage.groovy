package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** A way to damage a response so that it is no complete HTTP message. The relay closes the connection afterwards. */
@CompileStatic
enum Damage {
    /** The Content-Length is too small. */
    CONTENT_LENGTH_SHORT {
        @Override
        void send(HttpResponse response, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.bytes(response.with('Content-Length', (response.body.length - 5).toString())))
        }
    },
    /** The Content-Length is too large. */
    CONTENT_LENGTH_LONG {
        @Override
        void send(HttpResponse response, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.bytes(response.with('Content-Length', (response.body.length + 5).toString())))
        }
    },
    /** A chunk is shorter than its size says. */
    CUT_CHUNK {
        @Override
        void send(HttpResponse response, Socket client, CountDownLatch end) throws IOException {
            HttpResponse chunked = response.without('Content-Length').with('Transfer-Encoding', 'chunked')
            client.outputStream.write(HttpWriter.head(chunked))
            client.outputStream.write((Integer.toHexString(response.body.length) + '\r\n').bytes)
            client.outputStream.write(response.body, 0, response.body.length.intdiv(2) as int)
        }
    },
    /** The connection is reset after the head. */
    RESET_AFTER_HEAD {
        @Override
        void send(HttpResponse response, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.head(response))
            client.setSoLinger(true, 0)
        }
    },
    /** The body is sent one byte per second, until the client closes the connection. */
    BYTE_A_SECOND {
        @Override
        void send(HttpResponse response, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.head(response))
            for (byte b : response.body) {
                client.outputStream.write(b)
                if (end.await(1, TimeUnit.SECONDS)) {
                    return
                }
            }
        }
    },
    /** Nothing is sent, until the client closes the connection. */
    SILENCE {
        @Override
        void send(HttpResponse response, Socket client, CountDownLatch end) throws IOException {
            client.inputStream.read()
        }
    },
    /** The response is sent twice. */
    SURPLUS {
        @Override
        void send(HttpResponse response, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.bytes(response))
            client.outputStream.write(HttpWriter.bytes(response))
        }
    }

    /**
     * Sends the damaged response.
     *
     * @param response the complete response
     * @param client the connection to the client
     * @param end reaches zero when the relay is closed
     */
    abstract void send(HttpResponse response, Socket client, CountDownLatch end) throws IOException
}
