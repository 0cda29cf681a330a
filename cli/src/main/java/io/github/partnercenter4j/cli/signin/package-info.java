/** Signs a user in, finds the access token, and checks its claims. */
@NullMarked
package io.github.partnercenter4j.cli.signin;

import org.jspecify.annotations.NullMarked;
