/** Rules for text: what a header, a GUID or a log line may contain. */
@NullMarked
package io.github.partnercenter4j.client.internal.text;

import org.jspecify.annotations.NullMarked;
