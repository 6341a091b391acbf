/**
 * The product as its users run it: the packaged jar in a process of its own, spoken to over HTTP by code that shares
 * nothing with it. Start at {@link io.quittance.bootstrap.endtoend.CaptureStoryIT}.
 */
package io.quittance.bootstrap.endtoend;
