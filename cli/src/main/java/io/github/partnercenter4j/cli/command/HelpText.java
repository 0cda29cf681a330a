package io.github.partnercenter4j.cli.command;

/** What a newcomer must know, below each help. Each % is doubled, for picocli formats the text. */
public final class HelpText {
    public static final String TEXT = """

            What you need:
              An access token for App+User authentication, of a user with the role Admin agent (or Global
              admin) in the partner's tenant. A token for the application alone is refused. 'pcorders
              login' signs you in once and gets the tokens from then on; 'pcorders doctor' says what is
              wrong with one.

            Where the ids are:
              The customer's id is in Partner Center: Customers, the customer, Account, Customer Account Info,
              Microsoft ID. The order's id is in what the service answered when the order was placed, or in the
              customer's list of orders. Case matters in it.

            Environment:
              PARTNER_CENTER_TOKEN   the access token, unless --token-file names a file that holds it. A token
                                     is never an argument: other users of the machine could read it.
              PARTNER_CENTER_STORE   the file that keeps the sign-in of 'pcorders login', unless --store
                                     names one
              PARTNER_CENTER_PROXY_PASSWORD, PARTNER_CENTER_TRUST_STORE_PASSWORD,
              PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD
                                     the passwords that go with --proxy-user, --trust-store and
                                     --client-certificate. They are never arguments either.
              NO_COLOR               if set to anything, no colours

            Examples:
              Try it without an account:
                pcorders status --sandbox
              Sign in once:
                pcorders login --tenant contoso.onmicrosoft.com --client-id ID
              Ask for an order:
                pcorders status --customer 0c39d6d5-c70d-4c55-bc02-f620844f3fd1 \\
                  --order 34828C05-C16C-4D6F-9CFC-4D2650EF19A1
              For a program, or a spreadsheet:
                pcorders status --customer ID --order ID --output json
                pcorders status --customer ID --order ID --output csv
              A simulated Partner Center to work with for longer:
                pcorders sandbox""";

    static final String SANDBOX = """

            An orders file, in YAML:
              customers:
                - id: 11111111-2222-3333-4444-555555555555
                  orders:
                    - id: half-done
                      lineItems:
                        - {status: fulfilled}
                        - {status: pending, quantity: 2, orderLineItemId: 7}
                    - id: moving
                      lineItems:
                        - status: prefulfillmentPending
                          changes:
                            - {after: 90s, status: pending}
                            - {after: 5m, status: fulfilled}
                        - status: pending
                          changes: [{polls: 3, status: unfulfilled}]
                    - {id: in-pages, pageSize: 1, lineItems: [{status: pending}, {status: pending}]}
                    - {id: too-new, provisioned: false}    # answered 404, code 800007
                - id: 66666666-7777-8888-9999-000000000000
                  forbidden: true                          # answered 403, code 20002

            Examples:
              pcorders sandbox
              pcorders sandbox --port 8080 --orders orders.yaml --fidelity observed --quota 5
              pcorders sandbox --tls""";

    static final String DECODE = """

            The exit code is what 'pcorders status' would have ended with.

            Examples:
              pcorders decode answer.json --content-type application/json
              pcorders decode answer.xml --content-type 'text/xml; charset=utf-8' --output json
              pcorders decode - --content-type application/json --status 404 --verbose <fault.json""";

    static final String LOGIN = """

            What you need:
              An application that is registered in the partner's tenant as a public client, with the redirect
              URI http://localhost for the browser, or "Allow public client flows" for --device-code, and
              with the delegated permission user_impersonation of Partner Center. You sign in as a user with
              the role Admin agent (or Global admin), with multi-factor authentication.

            Environment:
              PARTNER_CENTER_STORE   the file that keeps the sign-in, unless --store names one
              BROWSER                the command that opens the page, if not the system's browser

            Examples:
              pcorders login --tenant contoso.onmicrosoft.com --client-id ID
              Without a browser on this machine:
                pcorders login --tenant contoso.onmicrosoft.com --client-id ID --device-code
              Again as the last time:
                pcorders login
              Against a sandbox: 'pcorders sandbox --sign-in' prints the line.""";

    static final String DOCTOR = """

            Each line says ok, problem or unknown, and what was looked at:
              audience   whether the token is for Partner Center
              cloud      whether it is for the cloud that would be called
              expiry     whether it has ended
              kind       whether it is for a user (App+User), or for the application alone
              mfa        whether the user signed in with multi-factor authentication
              tenant     of which tenant it is
              service    with --call, what the service says
            The exit code is 0 unless there is a problem.

            Examples:
              pcorders doctor
              pcorders doctor --call --customer ID --order ID
              pcorders doctor --token-file FILE --cloud china""";

    private HelpText() {}
}
