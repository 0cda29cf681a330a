/** Sign-in with Microsoft Entra ID: start with {@link io.github.partnercenter4j.client.entra.EntraCredential}. */
@NullMarked
package io.github.partnercenter4j.client.entra;

import org.jspecify.annotations.NullMarked;
