package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.internal.body.Mappers
import spock.lang.Specification

/** What an error response of the authorization server says, and what to do. */
class AuthorizationServerErrorSpec extends Specification {
    def 'AADSTS#number asks for multi-factor authentication'() {
        expect:
        refusal([number]).kind() == CredentialException.Kind.MFA_REQUIRED
        refusal([number]).message.endsWith('. What to do: MFA is required: sign in again using MFA, by browser or device code')

        where:
        number << [50072, 50074, 50076, 50078, 50079, 50158]
    }

    def 'the number of an error is read from #what'(String what, Map body) {
        expect:
        def e = AuthorizationServerError.read(Mappers.json().valueToTree([error: 'invalid_grant'] + body)).toCredentialException()
        e.kind() == kind
        e.message.startsWith("No token: the authorization server returned invalid_grant${number ? " (AADSTS$number)" : ''}. ")
        !e.message.contains('s3cret')

        where:
        what                     | body                                                                                || number | kind
        'a list of strings'      | [error_codes: ['50076']]                                                            || 50076  | CredentialException.Kind.MFA_REQUIRED
        'the description'        | [error_description: 'AADSTS50076: s3cret']                                          || 50076  | CredentialException.Kind.MFA_REQUIRED
        'the list first'         | [error_codes: [70000], error_description: 'AADSTS50076: s3cret']                    || 70000  | CredentialException.Kind.UNAVAILABLE
        'nothing else'           | [error_codes: ['s3cret', null, -1, 1.5], error_description: 's3cret AADSTS50076: '] || null   | CredentialException.Kind.UNAVAILABLE
    }

    def 'the first number that has advice determines the advice'() {
        expect:
        refusal([1, 65001, 50173]).message.contains('(AADSTS1, AADSTS65001, AADSTS50173). What to do: no user has consented')
    }

    def 'the trace id of an error is quoted if it is a GUID: #trace'() {
        expect:
        ((CredentialException) AuthorizationServerError.read(Mappers.json().valueToTree([error: 'invalid_scope', trace_id: trace])).toException()).message ==
                "No token: the authorization server returned invalid_scope. What to do: check the cloud, and that the application may call Partner Center for a user$shown"

        where:
        trace                                  || shown
        '1f3a8bb1-5a4f-4b4f-9f5a-0e8f5ef60b00' || "; quote trace id 1f3a8bb1-5a4f-4b4f-9f5a-0e8f5ef60b00 to Microsoft's support"
        'not a GUID'                           || ''
        null                                   || ''
    }

    private static CredentialException refusal(List<Integer> numbers) {
        AuthorizationServerError.read(Mappers.json().valueToTree([error: 'invalid_grant', error_codes: numbers])).toCredentialException()
    }
}
