/** A simulated Microsoft Entra ID, which issues the access tokens that the sandbox accepts. Start with {@link io.github.partnercenter4j.sandbox.token.AuthorizationServer}. */
@NullMarked
package io.github.partnercenter4j.sandbox.token;

import org.jspecify.annotations.NullMarked;
