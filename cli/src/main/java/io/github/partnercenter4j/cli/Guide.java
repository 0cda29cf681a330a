package io.github.partnercenter4j.cli;

/** What a newcomer must know, below every help. Each % is doubled, for picocli formats the text. */
final class Guide {
    static final String TEXT = """

            What you need:
              An access token for App+User authentication, of a user with the role Admin agent (or Global
              admin) in the partner's tenant. A token for the application alone is refused.

            Where the ids are:
              The customer's id is in Partner Center: Customers, the customer, Account, Customer Account Info,
              Microsoft ID. The order's id is in what the service answered when the order was placed, or in the
              customer's list of orders. Case matters in it.

            Environment:
              PARTNER_CENTER_TOKEN   the access token, unless --token-file names a file that holds it. A token
                                     is never an argument: other users of the machine could read it.
              NO_COLOR               if set to anything, no colours

            Examples:
              Try it without an account:
                pcorders status --sandbox
              Ask for an order:
                pcorders status --customer 0c39d6d5-c70d-4c55-bc02-f620844f3fd1 \\
                  --order 34828C05-C16C-4D6F-9CFC-4D2650EF19A1
              For a program, or a spreadsheet:
                pcorders status --customer ID --order ID --output json
                pcorders status --customer ID --order ID --output csv""";

    private Guide() {}
}
