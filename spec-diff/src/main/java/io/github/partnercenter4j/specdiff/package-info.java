/** Reports what changes of the OpenAPI document mean for callers of the service and of the generated client. */
@org.jspecify.annotations.NullMarked
package io.github.partnercenter4j.specdiff;
