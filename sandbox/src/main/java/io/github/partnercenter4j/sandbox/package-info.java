/** A simulated Partner Center for tests. Start with {@link io.github.partnercenter4j.sandbox.PartnerCenterSandbox}. */
@NullMarked
package io.github.partnercenter4j.sandbox;

import org.jspecify.annotations.NullMarked;
