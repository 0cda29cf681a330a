/** Auto-configuration of the client for Spring Boot 3.5 and 4. */
@NullMarked
package io.github.partnercenter4j.spring;

import org.jspecify.annotations.NullMarked;
