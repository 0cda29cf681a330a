package io.github.partnercenter4j.client.internal.environment

import java.nio.charset.MalformedInputException
import java.nio.file.AccessDeniedException
import java.nio.file.FileSystemException
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ReadErrorSpec extends Specification {
    @TempDir
    Path folder

    def 'the reason is in words and does not name the file: #reason'(IOException failure, String reason) {
        expect:
        ReadError.reason(folder.resolve('s3cret'), failure) == reason

        where:
        failure                                                    || reason
        new NoSuchFileException('s3cret')                          || 'there is no such file'
        new AccessDeniedException('s3cret')                        || 'access is denied'
        new MalformedInputException(1)                             || 'it is not UTF-8'
        new FileSystemException('s3cret', null, 'Not a directory') || 'the system says: Not a directory'
        new FileSystemException('s3cret')                          || 'the system cannot read it'
        new IOException('s3cret')                                  || 'the system cannot read it'
    }

    def 'a folder is named as such, whatever the system says'() {
        when:
        Files.readAllBytes(folder)

        then:
        def e = thrown(IOException)
        ReadError.reason(folder, e) == 'it is a folder'
    }
}
