/** One call and its attempts: arguments, options, retries, the credential, headers, links and the log. */
@NullMarked
package io.github.partnercenter4j.client.internal.call;

import org.jspecify.annotations.NullMarked;
