/** Tells what a change of the document does to those who use what is made from it. */
@org.jspecify.annotations.NullMarked
package io.github.partnercenter4j.specdiff;
