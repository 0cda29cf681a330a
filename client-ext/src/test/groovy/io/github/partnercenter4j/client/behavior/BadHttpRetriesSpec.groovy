package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TokenRequest
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.time.temporal.ChronoUnit
import java.util.concurrent.CopyOnWriteArrayList

/** Which failures are retried, and after which delay. */
class BadHttpRetriesSpec extends BadHttpSpecification {
    private static final Duration YEAR = Duration.ofDays(365)
    private static final Duration LEAST = Duration.ofMillis(100)
    private static final Map<String, DateTimeFormatter> DATES = ['an IMF-fixdate'  : formatter("EEE, dd MMM yyyy HH:mm:ss 'GMT'"), 'an RFC 850 date': formatter("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
                                                                 'an asctime date': formatter('EEE MMM ppd HH:mm:ss yyyy')]

    static final Map<String, Map<String, List<Line>>> ROWS = [
            'unauthorized': [
                    'a credential that can refresh' : [refresh('a good response', ['', ok()], 2) { it.read() == NOTHING },
                                                       refresh('another failure', ['', response('404 No', null, '')], 2) { it.fails(ServiceException).status() == 404 }],
                    'a credential that cannot'      : [line('a token for good', { it.send(response('401 No', null, '')) }, retries: 3) { it.fails(ServiceException).status() == 401 }],
                    'a second 401'                  : [refresh('and a third', ['', '', ok()], 2) { it.fails(ServiceException).status() == 401 }],
                    '900421'                        : ['900421', '"900421"'].collect { code -> mfa(code) },
                    '900420'                        : ['900420', '"900420"'].collect { code -> wrongAudience(code) },
                    '10001'                         : ['10001', '"10001"'].collect { code -> mfa(code) }
            ],
            'Retry-After' : [
                    'seconds'   : both { status -> [tooLong(status, ['90'], Duration.ofSeconds(90)), repeated(status, ['1'], Duration.ofSeconds(1))] },
                    '0'         : both { status -> [repeated(status, ['0'], LEAST), untilTheEnd(status, ['0'], Duration.ZERO)] },
                    'negative'  : both { status -> [repeated(status, ['-1'], LEAST), untilTheEnd(status, ['-30'], null)] },
                    'fractional': both { status -> [repeated(status, ['0.5'], Duration.ofSeconds(1)), repeated(status, ['2.0', '0.1'], Duration.ofSeconds(2)), tooLong(status, ['89.001'], Duration.ofSeconds(90)), untilTheEnd(status, ['1e3'], null)] },
                    'garbage'   : both { status -> ['soon', '', '"30"', '30 seconds', 'Sat, 28 Feb'].collect { untilTheEnd(status, [it], null) } + [repeated(status, ['soon'], LEAST)] },
                    '10^20'     : both { status -> [tooLong(status, ['1' + '0' * 20], YEAR), tooLong(status, ['9' * 5000], YEAR)] },
                    'absent'    : both { status -> [repeated(status, [], LEAST), untilTheEnd(status, [], null)] },
                    'a list'    : both { status -> ['0, 90', '90,0', '90, soon', ' 90 ,1'].collect { tooLong(status, [it], Duration.ofSeconds(90)) } },
                    'a date and a clock 10 minutes off': both { status -> [-10, 10].collect { skewed(status, it) } },
                    'twice'     : both { status -> [['0', '90'], ['90', '0'], ['90', 'soon'], ['-1', '90']].collect { tooLong(status, it, Duration.ofSeconds(90)) } }
            ] + DATES.collectEntries { form, formatter ->
                [form, both { status ->
                    [dated(status, formatter, ChronoUnit.HOURS.duration), line("$status long ago", { it.send(busy(status, ['Sun, 06 Nov 1994 08:49:37 GMT'])) }) { it.fails(ServiceException).retryAfter() == Duration.ZERO }]
                } + [awaited(429, formatter)]]
            }
    ]

    def 'HTTP input "#input" is handled as in bad-inputs.yaml (#line)'() {
        expect:
        line.run(this)

        where:
        [input, line] << BadInputs.lines(ROWS)
    }

    private static List<Line> both(Closure<List<Line>> lines) {
        [429, 503].collectMany { lines.call(it) }
    }

    private static String busy(int status, List<String> retryAfter) {
        response("$status No", 'application/json', '{"code":1}', *retryAfter.collect { 'Retry-After: ' + it })
    }

    /** The delay that the server asks for exceeds the deadline, so the call fails at once. */
    private static Line tooLong(int status, List<String> retryAfter, Duration told) {
        line("$status ${retryAfter*.take(25)} without room", { it.send(busy(status, retryAfter)) }, retries: 3) { Outcome o ->
            o.fails(ServiceException).retryAfter() == told
        }
    }

    /** No attempt is left, so the call fails at once. The exception reports the delay. */
    private static Line untilTheEnd(int status, List<String> retryAfter, Duration told) {
        line("$status $retryAfter at the end", { it.send(busy(status, retryAfter)) }) { it.fails(ServiceException).retryAfter() == told }
    }

    /** The retry waits at least as long as the server says, and never zero. */
    private static Line repeated(int status, List<String> retryAfter, Duration least) {
        def times = new CopyOnWriteArrayList<Long>()
        line("$status $retryAfter and then good", { it.send(times.size() == 1 ? ok() : busy(status, retryAfter)) ; times << System.nanoTime() }, retries: 1, requests: 2) { Outcome o ->
            o.read() == NOTHING && o.elapsed >= least
        }
    }

    private static Line dated(int status, DateTimeFormatter formatter, Duration ahead) {
        line("$status $ahead ahead", { it.send(busy(status, [formatter.format(ZonedDateTime.now(ZoneOffset.UTC) + ahead)])) }, retries: 3) { Outcome o ->
            def told = o.fails(ServiceException).retryAfter()
            told <= ahead && told > ahead.minusSeconds(60)
        }
    }

    /** The date and the Date of the response are by a clock that is wrong. */
    private static Line skewed(int status, int minutes) {
        def date = { int seconds -> DATES['an IMF-fixdate'].format(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(minutes).truncatedTo(ChronoUnit.DAYS) + Duration.ofSeconds(seconds)) }
        line("$status, $minutes minutes off", { it.send(response("$status No", 'application/json', '{"code":1}', 'Retry-After: ' + date(90), 'Date: ' + date(0))) }, retries: 3) { Outcome o ->
            o.fails(ServiceException).retryAfter() == Duration.ofSeconds(90)
        }
    }

    /** The date is 1 to 2 seconds ahead, so that the client has to wait. */
    private static Line awaited(int status, DateTimeFormatter formatter) {
        Instant date = null
        Instant again = null
        line("$status and then good", {
            if (date == null) {
                date = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2)
                it.send(busy(status, [formatter.format(date.atZone(ZoneOffset.UTC))]))
            } else {
                again = Instant.now()
                it.send(ok())
            }
        }, retries: 3, requests: 2) { it.read() == NOTHING && again >= date }
    }

    /** Sends the responses in turn, an empty one as a 401, to a credential that returns a new token after each 401. */
    private static Line refresh(String what, List<String> responses, int requests, Closure<Boolean> check) {
        def left = new ArrayDeque<String>(responses)
        def tokens = []
        def credential = { TokenRequest request -> new AccessToken(request.refused() == null ? TOKEN : "$TOKEN-again" as String, null) } as Credential
        line(what, { it, request -> tokens << (request =~ /Bearer (\S+)/)[0][1]; it.send(left.poll() ?: response('401 No', 'application/json', "{\"code\":800001,\"description\":\"$TOKEN $TOKEN-again\"}")) },
                credential: credential, retries: 3, requests: requests) { check.call(it) && tokens == [TOKEN, "$TOKEN-again"]*.toString() }
    }

    private static Line wrongAudience(String code) {
        def credential = { TokenRequest request -> new AccessToken(request.refused() == null ? TOKEN : "$TOKEN-again" as String, null) } as Credential
        line(code, { it.send(response('401 No', 'application/json', "{\"code\":$code,\"description\":\"$TOKEN\"}")) }, credential: credential, retries: 3) { Outcome o ->
            def e = o.fails(ServiceException)
            e.code() == '900420' && e.message.contains('the token was issued for another API')
        }
    }

    private static Line mfa(String code) {
        def credential = { TokenRequest request -> new AccessToken(request.refused() == null ? TOKEN : "$TOKEN-again" as String, null) } as Credential
        line(code, { it.send(response('401 No', 'application/json', "{\"code\":$code,\"description\":\"$TOKEN\"}")) }, credential: credential, retries: 3) {
            it.fails(CredentialException).kind() == CredentialException.Kind.MFA_REQUIRED
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
    }
}
