package io.github.partnercenter4j.client.behavior.corpus

import groovy.transform.CompileStatic
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.behavior.corpus.Reading.Outcome
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException

/** Runs a decoder on its own thread and reports the outcome, even if the decoder hangs. Its thread is then abandoned. */
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

    /** The ids differ in every run, and reports are compared between runs. */
    private static String withoutIds(String message) {
        message.replaceAll(/ \[MS-[A-Za-z]+ [^\]]*]/, '')
    }
}
