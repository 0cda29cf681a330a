package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import java.nio.file.Path

/** Locates files of this module and of the repository, whatever the working directory of the JVM is. */
@CompileStatic
class ProjectFolder {
    /** Surefire sets the system property <i>basedir</i>. Other runners start in the folder of the module. */
    static final Path MODULE = Path.of(System.getProperty('basedir', '')).toAbsolutePath().normalize()
    static final Path REPOSITORY = MODULE.parent
    /** Where the suite writes its reports. */
    static final Path REPORTS = MODULE.resolve('target/conformance')
}
