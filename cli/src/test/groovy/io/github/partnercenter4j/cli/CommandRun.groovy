package io.github.partnercenter4j.cli

/** One run of the command in this JVM: its output and its exit code. */
class CommandRun {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final String ORDER = '34828C05-C16C-4D6F-9CFC-4D2650EF19A1'
    static final String TOKEN = 's3cret.eyJhbGciOiJub25lIn0.signature'

    final int exitCode
    final String out
    final String err

    private CommandRun(int exitCode, String out, String err) {
        this.exitCode = exitCode
        this.out = out
        this.err = err
    }

    static CommandRun of(Map<String, String> environment = [PARTNER_CENTER_TOKEN: TOKEN], List<Object> args) {
        def out = new StringWriter()
        def err = new StringWriter()
        // A test never uses the sign-in of the person who runs it.
        def isolated = [PARTNER_CENTER_STORE: '/nowhere/sign-in.json'] + environment
        int exitCode = Main.run(args*.toString() as String[], isolated, new PrintWriter(out), new PrintWriter(err))
        new CommandRun(exitCode, out.toString(), err.toString())
    }

    /** Requests the sample order from a service. */
    static CommandRun status(Map<String, String> environment = [PARTNER_CENTER_TOKEN: TOKEN], StubService service, Object... more) {
        of(environment, ['status', '--customer', CUSTOMER, '--order', ORDER, '--base-url', service.url(), '--retries', '0', *more])
    }

    List<String> errLines() {
        err.readLines()
    }
}
