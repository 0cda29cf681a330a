package io.github.partnercenter4j.cli

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.ScriptedResponse
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What pcorders doctor reports about a token, and about the response of the service to it. */
class DoctorSpec extends Specification {
    static final String TENANT = 'c0ffee00-5a9d-4b0c-8e57-0123456789ab'
    static final List<String> SUBJECTS = ['token', 'audience', 'cloud', 'expiry', 'kind', 'mfa', 'tenant']

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @TempDir
    Path folder

    def cleanup() {
        sandbox.reset()
    }

    def "a valid token has a line with ok for each check"() {
        when:
        def run = doctor(token([:]))

        then:
        [run.exitCode, run.err] == [0, '']
        lines(run)*.take(2) == SUBJECTS.collect { ['ok', it] }
        run.out.contains('from PARTNER_CENTER_TOKEN')
        run.out.contains("tenant    $TENANT")
        run.out.endsWith('\nWhat to do: nothing. No problem was found.\n')
    }

    def "claims #iterationIndex are #verdict for the #subject, with what to do: #advice"() {
        when:
        def run = doctor(token(claims), *args)

        then:
        def line = lines(run).find { it[1] == subject }
        line[0] == verdict
        line[2].contains(text)
        run.exitCode == (verdict == 'problem' ? 20 : 0)
        run.out.contains(advice)
        run.out.contains('What to do:\n') == !advice.empty

        where:
        claims                                                    | args                         || verdict   | subject    | text                                  | advice
        [aud: 'https://api.partnercenter.microsoft.com/']         | []                           || 'ok'      | 'audience' | 'for Partner Center'                  | ''
        [aud: ['HTTPS://API.partnercenter.microsoft.com']]        | []                           || 'ok'      | 'audience' | 'for Partner Center'                  | ''
        [aud: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd']             | []                           || 'ok'      | 'audience' | 'for Partner Center'                  | ''
        [aud: 'https://graph.microsoft.com']                      | []                           || 'problem' | 'audience' | 'for Microsoft Graph'                 | 'scope https://api.partnercenter.microsoft.com/user_impersonation'
        [aud: '00000003-0000-0000-c000-000000000000']             | []                           || 'problem' | 'audience' | 'for Microsoft Graph'                 | "'pcorders login'"
        [aud: 'api://s3cret']                                     | []                           || 'problem' | 'audience' | 'for another service'                 | "'pcorders login'"
        [aud: null]                                               | []                           || 'unknown' | 'audience' | 'does not say'                        | ''
        [aud: 5]                                                  | []                           || 'unknown' | 'audience' | 'does not say'                        | ''
        [:]                                                       | []                           || 'ok'      | 'cloud'    | 'public or us-government'             | ''
        [:]                                                       | ['--cloud', 'us-government'] || 'ok'      | 'cloud'    | 'public or us-government'             | ''
        [:]                                                       | ['--cloud', 'china']         || 'problem' | 'cloud'    | 'for public or us-government, but the call goes to china' | 'Set --cloud'
        [aud: 'https://partner.partnercenterapi.microsoftonline.cn', iss: "https://sts.chinacloudapi.cn/$TENANT/"] | [] || 'problem' | 'cloud' | 'for china, but the call goes to public' | 'Set --cloud'
        [aud: 'https://partner.partnercenterapi.microsoftonline.cn', iss: "https://sts.chinacloudapi.cn/$TENANT/"] | ['--cloud', 'china'] || 'ok' | 'cloud' | 'china' | ''
        [iss: "https://login.microsoftonline.us/$TENANT/v2.0"]    | ['--cloud', 'us-government'] || 'ok'      | 'cloud'    | 'us-government'                       | ''
        [iss: "https://login.microsoftonline.us/$TENANT/v2.0"]    | []                           || 'problem' | 'cloud'    | 'for us-government, but the call goes to public'       | 'Set --cloud'
        [iss: "https://login.partner.microsoftonline.cn/x/v2.0"]  | []                           || 'unknown' | 'cloud'    | 'to different clouds'                | ''
        [iss: 'https://[s3cret']                                  | []                           || 'ok'      | 'cloud'    | 'public or us-government'             | ''
        [exp: Instant.now().epochSecond - 95_400]                 | []                           || 'problem' | 'expiry'   | 'expired 1 d 2 h ago'                   | 'Get a new token'
        [exp: 0]                                                  | []                           || 'problem' | 'expiry'   | ' d '                                 | 'Get a new token'
        [exp: Instant.now().epochSecond + 95_400]                 | []                           || 'ok'      | 'expiry'   | 'expires in 1 d 2 h'                     | ''
        [nbf: Instant.now().epochSecond + 95_400, exp: Instant.now().epochSecond + 190_000] | []  || 'problem' | 'expiry'   | 'not valid until 1 d 2 h from now'              | 'Set the clock'
        [exp: null]                                               | []                           || 'unknown' | 'expiry'   | 'does not say'                        | ''
        [exp: 's3cret']                                           | []                           || 'unknown' | 'expiry'   | 'does not say'                        | ''
        [exp: 99999999999999999]                                  | []                           || 'unknown' | 'expiry'   | 'does not say'                        | ''
        [scp: null, roles: ['s3cret'], amr: null]                 | []                           || 'problem' | 'kind'     | 'app-only'                            | 'role Admin agent'
        [idtyp: 'app']                                            | []                           || 'problem' | 'kind'     | 'app-only'                            | 'role Admin agent'
        [idtyp: 'user']                                           | []                           || 'ok'      | 'kind'     | 'App+User'                            | ''
        [scp: 'openid user_impersonation']                        | []                           || 'ok'      | 'kind'     | 'App+User'                            | ''
        [scp: 's3cret.read']                                      | []                           || 'problem' | 'kind'     | 'lacks the scope user_impersonation'  | 'consent'
        [amr: ['pwd']]                                            | []                           || 'problem' | 'mfa'      | 'without multi-factor'                | 'Sign in again with multi-factor'
        [amr: []]                                                 | []                           || 'problem' | 'mfa'      | 'without multi-factor'                | 'Sign in again with multi-factor'
        [amr: 'mfa']                                              | []                           || 'ok'      | 'mfa'      | 'with multi-factor'                   | ''
        [amr: null]                                               | []                           || 'unknown' | 'mfa'      | 'does not say'                        | ''
        [tid: null]                                               | []                           || 'unknown' | 'tenant'   | 'does not say'                        | ''
        [tid: 's3cret']                                           | []                           || 'unknown' | 'tenant'   | 'does not say'                        | ''
    }

    def "a token from a file has it as its origin, and the environment is not used"() {
        given:
        def file = Files.writeString(folder.resolve('token'), token([:]))

        expect:
        doctor('s3cret-other', '--token-file', file).out.contains('token     from the file given by --token-file')
    }

    def "MFA is not checked for an app-only token"() {
        when:
        def run = doctor(token([idtyp: 'app', amr: ['pwd']]))

        then:
        lines(run).find { it[1] == 'mfa' }[0] == 'unknown'
        lines(run).count { it[0] == 'problem' } == 1
    }

    def "a token that is #what is reported and never quoted"() {
        when:
        def run = doctor(text, '--verbose')

        then:
        run.exitCode == exitCode
        lines(run)*.take(2) == [['ok', 'token'], [verdict, 'claims']]
        run.out.contains(said)
        !(run.out + run.err).contains('s3cret')

        where:
        what             | text                                                        || exitCode | verdict   | said
        'opaque'         | 's3cret-opaque'                                             || 0        | 'unknown' | 'the token is opaque'
        'encrypted'      | 's3cret.a.b.c.d'                                            || 0        | 'unknown' | 'the token is opaque'
        'no Base64'      | 's3cret.c~nary.s3cret'                                      || 20       | 'problem' | 'damaged'
        'cut'            | token([upn: 's3cret']).with { it.split(/\./)[1].take(41) }.with { "s3cret.${it}.s" } || 20 | 'problem' | 'damaged'
        'no JSON'        | "s3cret.${'s3cret'.bytes.encodeBase64Url()}.s"              || 20       | 'problem' | 'damaged'
        'no JSON object' | "s3cret.${'["s3cret"]'.bytes.encodeBase64Url()}.s"          || 20       | 'problem' | 'damaged'
        'empty within'   | 's3cret..s'                                                 || 20       | 'problem' | 'damaged'
        'nested'         | "s3cret.${('{"s3cret":' * 5000).bytes.encodeBase64Url()}.s" || 20       | 'problem' | 'damaged'
    }

    def "only the tenant of a token is shown"() {
        given:
        def token = token([upn: 's3cret@s3cret.example', oid: 's3cret', name: 's3cret', appid: 's3cret', aud: ['s3cret'], iss: 'https://s3cret.example/\u001b[2J',
            scp: 's3cret', amr: ['s3cret'], idtyp: 's3cret', roles: ['s3cret'], exp: 's3cret', nbf: 's3cret'])

        when:
        def run = doctor(token, '--verbose')

        then:
        !(run.out + run.err).contains('s3cret')
        token.split(/\./).every { !(run.out + run.err).contains(it) }
    }

    def "the service is called only with --call and ids: #args"() {
        when:
        def run = doctor(sandbox.token(), *args)

        then:
        run.exitCode == 0
        run.out.contains(said)
        sandbox.requests().all().size() == requests

        where:
        args                                                                                       || requests | said
        []                                                                                         || 0        | 'What to do: nothing'
        ['--call']                                                                                 || 0        | 'not called: --customer is missing'
        ['--call', '--customer', CommandRun.CUSTOMER]                                              || 0        | 'not called: --order is missing'
        ['--call', '--customer', CommandRun.CUSTOMER, '--order', CommandRun.ORDER]                 || 1        | 'ok       service   it accepted the token; the order is fulfilled'
    }

    def "an order that is pending is explained, from all its pages: #status"() {
        given:
        def paged = PartnerCenterSandbox.builder()
                .order(SandboxOrder.of(CommandRun.CUSTOMER, 'paged').with(LineItem.of(1, 'fulfilled')).with(LineItem.of(1, status)).inPagesOf(1))
                .start()

        when:
        def run = CommandRun.of([PARTNER_CENTER_TOKEN: paged.token()], ['doctor', '--base-url', paged.baseUrl(), '--call', '--customer', CommandRun.CUSTOMER, '--order', 'paged'])

        then:
        run.exitCode == 0
        run.out.contains("the order is $outcome")
        run.out.contains('Why an order can be pending') == explained
        run.out.contains('  - Provisioning of licenses and software normally ends within 48 hours') == explained
        run.out.readLines().last().startsWith('What to do: ')

        cleanup:
        paged.close()

        where:
        status      || outcome     | explained
        'pending'   || 'pending'   | true
        'fulfilled' || 'fulfilled' | false
    }

    def "a failed call ends with #exitCode and says what to do: #advice"(ScriptedResponse response, int exitCode, String text, String advice) {
        given:
        sandbox.next(response)

        when:
        def run = doctor(sandbox.token(), '--call', '--customer', CommandRun.CUSTOMER, '--order', CommandRun.ORDER, '--retries', '0', '--verbose')

        then:
        run.exitCode == exitCode
        run.errLines()*.strip().any { it.startsWith('failure: ') }
        lines(run).last()[0..1] == ['problem', 'service']
        lines(run).last()[2].contains(text)
        run.out.contains(advice)

        where:
        response                 || exitCode | text              | advice
        Responses.unauthorized() || 21       | '401'             | 'What to do:\n  Sign in again'
        Responses.mfaRequired()  || 20       | '900421'          | 'multi-factor'
        Responses.forbidden()    || 21       | '403'             | 'needs the role Admin agent'
        Responses.notFound()     || 21       | '404'             | 'Check the values'
        Responses.serverError()  || 21       | '500'             | 'Try again in a minute'
        Responses.bytes(200, 'text/html', '<html>'.bytes) || 24 | 'text/html' | 'Check that --base-url'
        Responses.bytes(302, 'text/html', '<html>'.bytes) || 22 | '302'        | 'Redirects are never followed'
    }

    def "a service that cannot be reached ends with 23"() {
        expect:
        doctor(sandbox.token(), '--base-url', 'http://127.0.0.1:1', '--retries', '0', '--call', '--customer', CommandRun.CUSTOMER, '--order', CommandRun.ORDER).exitCode == 23
    }

    def "invalid arguments end with #exitCode: #args"() {
        when:
        def run = CommandRun.of(environment, ['doctor', *args])

        then:
        run.exitCode == exitCode
        run.out == ''
        run.errLines().size() == 1
        run.err.contains(message)

        where:
        environment | args                                                   || exitCode | message
        [:]         | []                                                     || 20       | 'nobody has signed in'
        [:]         | ['--customer', CommandRun.CUSTOMER]                    || 2        | '--customer and --order need --call'
    }

    def "the help of #command explains what a new user needs"() {
        given:
        def help = CommandRun.of([:], [command, '--help']).out

        expect:
        help.readLines().every { it.length() <= 100 }
        words.every { help.contains(it) }

        where:
        command  || words
        'login'  || ['--device-code', 'public client', 'http://localhost', 'BROWSER', 'PARTNER_CENTER_STORE', 'Examples:', '  20 ']
        'logout' || ['--store', 'revoke']
        'doctor' || ['audience', 'cloud', 'expiry', 'kind', 'mfa', 'tenant', 'service', 'Examples:', '  23 ']
    }

    private CommandRun doctor(String token, Object... args) {
        def address = args.contains('--base-url') ? [] : ['--base-url', sandbox.baseUrl()]
        CommandRun.of([PARTNER_CENTER_TOKEN: token], ['doctor', *address, *args])
    }

    /** The verdict, the subject and the text of each line before the advice. */
    private static List<List<String>> lines(CommandRun run) {
        run.out.readLines().takeWhile { it }.collect { it.split(/ +/, 3).toList() }
    }

    private static String token(Map<String, Object> change) {
        def now = Instant.now().epochSecond
        def claims = [aud: 'https://api.partnercenter.microsoft.com', iss: "https://sts.windows.net/$TENANT/", tid: TENANT, nbf: now - 60, exp: now + 3600,
            scp: 'user_impersonation', amr: ['pwd', 'mfa']] + change
        ['{"alg":"RS256"}', new JsonMapper().writeValueAsString(claims.findAll { it.value != null }.collectEntries { name, value -> [name, value instanceof GString ? value as String : value] })].collect { it.getBytes('UTF-8').encodeBase64Url() }.join('.') + '.c2ln'
    }
}
