package io.github.partnercenter4j.sandbox

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Serves an OpenAPI document of other operations, as a user brings it. */
abstract class OwnOperationsSpecification extends Specification {

    static final Path DOCUMENT = Path.of(OwnOperationsSpecification.getResource('subscriptions.yaml').toURI())
    static final String TEXT = Files.readString(DOCUMENT)
    static final String UNKNOWN = '11111111-2222-3333-4444-555555555555'
    static final Map GOOD_ORDER = [name: 'First', lines: [[quantity: 5]]]

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().spec(DOCUMENT).forbiddenCustomer('99999999-2222-3333-4444-555555555555').start()

    @TempDir
    Path folder

    def setup() {
        sandbox.reset()
    }

    PartnerCenterSandbox own(String text) {
        assert text != TEXT
        PartnerCenterSandbox.builder().spec(Files.writeString(folder.resolve('own.yaml'), text)).start()
    }

    static String called(PartnerCenterSandbox target, String path) {
        text(RawClient.get(target.baseUrl() + '/v1' + path, [Authorization: 'Bearer ' + target.token()])).find(/"a":"(\w+)"/) { it[1] }
    }

    static int status(PartnerCenterSandbox target, String url) {
        RawClient.get(url, [Authorization: 'Bearer ' + target.token()]).statusCode()
    }

    HttpResponse<byte[]> get(String url, Map<String, String> headers = [:]) {
        send('GET', url, [Authorization: 'Bearer ' + sandbox.token()] + headers, '')
    }

    HttpResponse<byte[]> post(Map body, String url = sandbox.operationUrl('createOrder')) {
        send('POST', url, ['Content-Type': 'application/json; charset=utf-8'], new ObjectMapper().writeValueAsString(body))
    }

    HttpResponse<byte[]> send(String method, String url, Map<String, String> headers, String body) {
        def authorized = method == 'POST' && url.startsWith(sandbox.baseUrl() + '/') ? [Authorization: 'Bearer ' + sandbox.token()] + headers : headers
        RawClient.send(method, url, authorized, body)
    }

    static String text(HttpResponse<byte[]> response) {
        new String(response.body(), 'UTF-8')
    }
}
