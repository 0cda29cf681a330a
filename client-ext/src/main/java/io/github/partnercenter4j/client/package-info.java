/** The client of Partner Center: start with {@link io.github.partnercenter4j.client.PartnerCenter}. */
@NullMarked
package io.github.partnercenter4j.client;

import org.jspecify.annotations.NullMarked;
