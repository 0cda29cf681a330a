package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.command.JavaCommandLine
import java.nio.file.Files
import java.util.concurrent.TimeUnit
import spock.lang.IgnoreIf
import spock.lang.Requires

/** Which browser a sign-in opens, and what is done if none can be opened. */
@IgnoreIf(value = { os.windows }, reason = 'commands and scripts of POSIX systems')
class SignInBrowserSpec extends SignInOnHostSpecification {
    def "the device code is used if #what"(String what, String browser) {
        when:
        def run = login([BROWSER: browser, PARTNER_CENTER_STORE: store as String])

        then:
        run.exitCode == 0
        run.errLines().size() == 4
        run.errLines()[1].contains("open it in a browser on this machine: ${authority.url()}/")
        run.errLines()[2] == 'No browser can be opened on this machine. Going on with a device code, as with --device-code.'
        run.errLines()[3].contains('enter the code')

        where:
        what                     | browser
        'the browser fails'      | 'false'
        'each of several fails'  | 'false:false %s:/no/browser'
    }

    def "the next browser of the list is tried if one fails"() {
        when:
        def run = login([BROWSER: '/no/browser:false:true', PARTNER_CENTER_STORE: store as String], '--timeout', '1s')

        then:
        run.exitCode == 20
        run.err.contains('set a longer timeout')
    }

    @Requires(value = { os.linux }, reason = 'xdg-open is a command of Linux')
    def "the device code is used if xdg-open #what"(String what, String script) {
        given:
        def path = Files.createDirectories(folder.resolve('path'))
        if (script) {
            def opener = Files.writeString(path.resolve('xdg-open'), "#!/bin/sh\n$script\n")
            opener.toFile().executable = true
        }
        def builder = new ProcessBuilder(JavaCommandLine.words() + words('--store', store))
        builder.environment().putAll([PATH: path.toString(), BROWSER: ''])
        def process = builder.start()

        when:
        def said = process.errorStream.getText('UTF-8').readLines()

        then:
        process.waitFor(5, TimeUnit.MINUTES)
        process.exitValue() == 0
        said[2].startsWith('No browser can be opened on this machine.')
        Files.exists(store)

        cleanup:
        process?.destroyForcibly()

        where:
        what             | script
        'fails'          | 'exit 3'
        'is missing'     | null
        'reads its input'| 'read line; exit 4'
    }
}
