/** Runs the whole suite and writes the reports. */
package io.github.partnercenter4j.conformance.report
