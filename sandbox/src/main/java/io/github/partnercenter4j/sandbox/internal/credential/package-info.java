/** The access tokens, secrets and the certificate that a sandbox makes for itself. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal.credential;

import org.jspecify.annotations.NullMarked;
