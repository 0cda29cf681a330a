package io.github.partnercenter4j.client.internal.environment

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class EnvironmentCredentialSpec extends Specification {
    @TempDir
    Path folder

    def 'the token in the environment comes first, and is for any cloud'() {
        when:
        def selected = EnvironmentCredential.find(PARTNER_CENTER_TOKEN: 's3cret\n', PARTNER_CENTER_STORE: write('PUBLIC'))

        then:
        selected.credential().token(null).value() == 's3cret'
        selected.cloud() == null
    }

    def 'without a token the sign-in is used, and is for its cloud: #cloud'() {
        when:
        def selected = EnvironmentCredential.find(PARTNER_CENTER_STORE: write(cloud.name()))

        then:
        selected.credential().@settings.tenant() == 'contoso.example'
        selected.cloud() == cloud

        where:
        cloud << [Cloud.PUBLIC, Cloud.CHINA]
    }

    def 'without the variable or with an empty one there is no token: #variables'() {
        expect:
        EnvironmentCredential.token(variables) == null

        where:
        variables << [[:], [PARTNER_CENTER_TOKEN: '']]
    }

    def 'one line end is removed: #text.inspect() is #line.inspect()'() {
        expect:
        EnvironmentCredential.withoutLineEnd(text) == line

        where:
        text       || line
        'a'        || 'a'
        'a\n'      || 'a'
        'a\r\n'    || 'a'
        'a\r'      || 'a'
        'a\n\n'    || 'a\n'
        'a\nb\n'   || 'a\nb'
        'a '       || 'a '
        '\n'       || ''
    }

    def 'what is no token is refused, and not quoted: #iterationIndex'() {
        when:
        EnvironmentCredential.token(text, 'The file')

        then:
        def e = thrown(CredentialException)
        e.message == 'The file does not contain a token. It must contain the access token and nothing else: visible ASCII characters in one line, without quotes and without the word Bearer'
        e.cause == null

        where:
        text << ['', 'Bearer s3cret', 's3cret\n', 's3cr\u00e9t']
    }

    def 'a credential that cannot be found or used is reported: #message'() {
        given:
        Files.writeString(folder.resolve('other.txt'), 'not a sign-in, s3cret')
        write('PUBLIC', 'a b')

        when:
        EnvironmentCredential.find(variables.collectEntries { key, value -> [key, value.replace('FOLDER', folder as String)] })

        then:
        def e = thrown(CredentialException)
        e.message == message.replace('FOLDER', folder as String)
        e.cause == null

        where:
        variables                                          || message
        [PARTNER_CENTER_STORE: 'FOLDER/none.json']         || "There is no token, and nobody has signed in. Set the environment variable PARTNER_CENTER_TOKEN to an access token, sign in with 'pcorders login', or name the file of a sign-in with PARTNER_CENTER_STORE"
        [HOME: 'FOLDER']                                   || "There is no token, and nobody has signed in. Set the environment variable PARTNER_CENTER_TOKEN to an access token, sign in with 'pcorders login', or name the file of a sign-in with PARTNER_CENTER_STORE"
        [PARTNER_CENTER_STORE: 'FOLDER/other.txt']         || "The file FOLDER/other.txt is not a sign-in file of 'pcorders login'. Delete it, or name another file with PARTNER_CENTER_STORE"
        [PARTNER_CENTER_STORE: 'FOLDER/sign-in.json']      || "The sign-in in FOLDER/sign-in.json cannot be used: tenant must be a GUID or a domain name. Sign in again with 'pcorders login'"
        [PARTNER_CENTER_STORE: '~root/x']                  || 'The file for the sign-in cannot be found: the home folder of another user is not looked up; name the file without ~, or begin with ./ if ~ is part of its name. What to do: name it with PARTNER_CENTER_STORE, or set PARTNER_CENTER_TOKEN'
        [PARTNER_CENTER_TOKEN: 'Bearer s3cret']            || 'The environment variable PARTNER_CENTER_TOKEN does not contain a token. It must contain the access token and nothing else: visible ASCII characters in one line, without quotes and without the word Bearer'
    }

    private String write(String cloud, String tenant = 'contoso.example') {
        Files.writeString(folder.resolve('sign-in.json'), new JsonMapper().writeValueAsString([tenant: tenant, clientId: 'app', cloud: cloud, tokens: 's3cret'])) as String
    }
}
