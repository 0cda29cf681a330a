package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** What may happen to an answer on its way that leaves it no whole HTTP message. The connection is closed after it. */
@CompileStatic
enum Damage {
    /** Says less than it sends. */
    CONTENT_LENGTH_SHORT {
        @Override
        void send(HttpResponse answer, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.bytes(answer.with('Content-Length', (answer.body.length - 5).toString())))
        }
    },
    /** Says more than it sends. */
    CONTENT_LENGTH_LONG {
        @Override
        void send(HttpResponse answer, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.bytes(answer.with('Content-Length', (answer.body.length + 5).toString())))
        }
    },
    /** A chunk that ends before its size. */
    CUT_CHUNK {
        @Override
        void send(HttpResponse answer, Socket client, CountDownLatch end) throws IOException {
            HttpResponse chunked = answer.without('Content-Length').with('Transfer-Encoding', 'chunked')
            client.outputStream.write(HttpWriter.head(chunked))
            client.outputStream.write((Integer.toHexString(answer.body.length) + '\r\n').bytes)
            client.outputStream.write(answer.body, 0, answer.body.length.intdiv(2) as int)
        }
    },
    /** Not closed but reset, once the head is out. */
    RESET_AFTER_HEAD {
        @Override
        void send(HttpResponse answer, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.head(answer))
            client.setSoLinger(true, 0)
        }
    },
    /** A byte of the body each second, until the client leaves. */
    BYTE_A_SECOND {
        @Override
        void send(HttpResponse answer, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.head(answer))
            for (byte b : answer.body) {
                client.outputStream.write(b)
                if (end.await(1, TimeUnit.SECONDS)) {
                    return
                }
            }
        }
    },
    /** Nothing at all, until the client leaves. */
    SILENCE {
        @Override
        void send(HttpResponse answer, Socket client, CountDownLatch end) throws IOException {
            client.inputStream.read()
        }
    },
    /** A second answer behind the first. */
    SURPLUS {
        @Override
        void send(HttpResponse answer, Socket client, CountDownLatch end) throws IOException {
            client.outputStream.write(HttpWriter.bytes(answer))
            client.outputStream.write(HttpWriter.bytes(answer))
        }
    }

    /**
     * Sends the answer, or what is to become of it.
     *
     * @param answer the answer, whole
     * @param client the way to the client
     * @param end falls to zero when the relay is closed
     */
    abstract void send(HttpResponse answer, Socket client, CountDownLatch end) throws IOException
}
