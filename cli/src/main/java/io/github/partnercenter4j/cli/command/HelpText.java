package io.github.partnercenter4j.cli.command;

/** The text at the end of each help page. picocli formats it, so a percent sign has to be doubled. */
public final class HelpText {
    public static final String TEXT = """

            What you need:
              An access token for App+User authentication, of a user with the role Admin agent (or Global
              admin) in the partner's tenant. The service refuses app-only tokens. 'pcorders login' signs
              you in once and gets tokens from then on; 'pcorders doctor' says what is wrong with a token.

            Where to find the ids:
              The id of the customer: in Partner Center, select Customers, the customer, Account, then
              Customer Account Info, Microsoft ID. The id of the order: in the response when the order was
              placed, or in the customer's list of orders. It is case-sensitive.

            Environment:
              PARTNER_CENTER_TOKEN   the access token, unless --token-file names a file that holds it. A token
                                     is never an argument: other users of the machine could read it.
              PARTNER_CENTER_STORE   the file with the sign-in of 'pcorders login', unless --store names one
              PARTNER_CENTER_PROXY_PASSWORD, PARTNER_CENTER_TRUST_STORE_PASSWORD,
              PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD
                                     the passwords for --proxy-user, --trust-store and
                                     --client-certificate, which are never arguments either
              NO_COLOR               if set to any value, no colors

            Examples:
              Try it without an account:
                pcorders status --sandbox
              Sign in once:
                pcorders login --tenant contoso.onmicrosoft.com --client-id ID
              Show the status of an order:
                pcorders status --customer 0c39d6d5-c70d-4c55-bc02-f620844f3fd1 \\
                  --order 34828C05-C16C-4D6F-9CFC-4D2650EF19A1
              Print it for a program or a spreadsheet:
                pcorders status --customer ID --order ID --output json
                pcorders status --customer ID --order ID --output csv
              Watch many orders until each is done:
                pcorders watch orders.csv --results results.jsonl
              Keep a simulated Partner Center running:
                pcorders sandbox""";

    static final String WATCH = """

            The orders file is CSV with a header. Commas, semicolons and tabs are read, and UTF-8 and UTF-16:
              customerId,orderId,note
              0c39d6d5-c70d-4c55-bc02-f620844f3fd1,34828C05-C16C-4D6F-9CFC-4D2650EF19A1,first

            The exit code is 10 while an order is pending. Then it is 21 if one failed, 11 if one is unfulfilled,
            10 if one was given up, and else 0. Ctrl-C ends with 130.

            Environment:
              PARTNER_CENTER_TOKEN   the access token, unless --token-file names a file that holds it
              PARTNER_CENTER_STORE   the file with the sign-in of 'pcorders login', unless --sign-in-file names one
              PARTNER_CENTER_DATABASE_PASSWORD
                                     the password of the database, which is never an argument or in a URL

            Examples:
              Try it without an account:
                pcorders watch --sandbox 200 --page watch.html
              Watch the orders of a file; run it again to go on:
                pcorders watch orders.csv --results results.jsonl
              Share the work with other machines, which run the same command:
                pcorders watch orders.csv --results results.jsonl \\
                  --store jdbc:postgresql://db.example/orders --store-user watch""";

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
                    - {id: too-new, provisioned: false}    # returns 404, code 800007
                - id: 66666666-7777-8888-9999-000000000000
                  forbidden: true                          # returns 403, code 20002

            Examples:
              pcorders sandbox
              pcorders sandbox --port 8080 --orders orders.yaml --fidelity observed --quota 5
              pcorders sandbox --spec subscriptions.yaml
              pcorders sandbox --tls""";

    static final String DECODE = """

            The exit code is the one that 'pcorders status' would return for this response.

            Examples:
              pcorders decode response.json --content-type application/json
              pcorders decode response.xml --content-type 'text/xml; charset=utf-8' --output json
              pcorders decode - --content-type application/json --status 404 --verbose <fault.json""";

    static final String LOGIN = """

            What you need:
              An application that is registered in the partner's tenant as a public client, with the
              delegated permission user_impersonation of Partner Center. For the browser it needs the
              redirect URI http://localhost, for --device-code the setting "Allow public client flows". Sign
              in as a user with the role Admin agent (or Global admin), with multi-factor authentication.

            Environment:
              PARTNER_CENTER_STORE   the file for the sign-in, unless --store names one
              BROWSER                the command that opens the page, instead of the system's browser

            Examples:
              pcorders login --tenant contoso.onmicrosoft.com --client-id ID
              Without a browser on this machine:
                pcorders login --tenant contoso.onmicrosoft.com --client-id ID --device-code
              Repeat your last sign-in:
                pcorders login
              For a sandbox: 'pcorders sandbox --sign-in' prints the command.""";

    static final String DOCTOR = """

            Each line of the result says ok, problem or unknown, and what was checked:
              audience   whether the token is for Partner Center
              cloud      whether it is for the cloud that is called
              expiry     whether it is valid now
              kind       whether it is for a user (App+User) or app-only
              mfa        whether the user signed in with multi-factor authentication
              tenant     which tenant it is for
              service    with --call, whether the service accepts it
            The exit code is 0 unless there is a problem.

            Examples:
              pcorders doctor
              pcorders doctor --call --customer ID --order ID
              pcorders doctor --token-file FILE --cloud china""";

    private HelpText() {}
}
