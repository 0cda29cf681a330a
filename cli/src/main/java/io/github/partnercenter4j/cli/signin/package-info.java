/** Keeps the sign-in of a user, finds the access token, and checks its claims. */
@NullMarked
package io.github.partnercenter4j.cli.signin;

import org.jspecify.annotations.NullMarked;
