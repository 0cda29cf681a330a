/** Watches many orders until each is done. */
@NullMarked
package io.github.partnercenter4j.watch;

import org.jspecify.annotations.NullMarked;
