package io.github.partnercenter4j.client.behavior.corpus

import groovy.transform.CompileStatic
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.behavior.corpus.Reading.Outcome
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException

/** Sees what comes of a body, whatever it is, and goes on. A decoder that hangs keeps its thread, and nothing waits for it. */
@CompileStatic
class WatchedDecoder {
    private final Decoder decoder
    private final Duration deadline

    WatchedDecoder(Decoder decoder, Duration deadline) {
        this.decoder = decoder
        this.deadline = deadline
    }

    Reading read(byte[] body) {
        CompletableFuture<Reading> reading = new CompletableFuture<>()
        Thread thread = new Thread({ reading.complete(outcome(body)) }, 'corpus')
        thread.daemon = true
        thread.start()
        try {
            return reading.get(deadline.toMillis(), TimeUnit.MILLISECONDS)
        } catch (TimeoutException ignored) {
            return new Reading(Outcome.HANGS, "nothing after ${deadline.toMillis()} ms")
        }
    }

    private Reading outcome(byte[] body) {
        try {
            decoder.read(body)
            return new Reading(Outcome.READ, null)
        } catch (PartnerCenterException e) {
            return new Reading(Outcome.REFUSED, e.class.simpleName + ': ' + withoutIds(e.message))
        } catch (OutOfMemoryError e) {
            return new Reading(Outcome.EXHAUSTS_MEMORY, e.toString())
        } catch (Throwable e) {
            return new Reading(Outcome.ESCAPES, e.class.name + ': ' + e.message)
        }
    }

    /** They are other ones in every run, and a report is compared with the last one. */
    private static String withoutIds(String message) {
        message.replaceAll(/ \[MS-[A-Za-z]+ [^\]]*]/, '')
    }
}
