/** What pcorders and {@code PartnerCenter.fromEnvironment()} share: the environment variables, and the sign-in that is kept in a file. */
@NullMarked
package io.github.partnercenter4j.client.internal.environment;

import org.jspecify.annotations.NullMarked;
