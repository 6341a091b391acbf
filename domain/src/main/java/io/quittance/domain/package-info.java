/**
 * What Quittance knows about payments, and nothing else: values that refuse to be wrong and state machines that answer.
 *
 * <p>Only the JDK, so that batch jobs can use it as it is. Start at {@link io.quittance.domain.capture.Capture}.
 */
package io.quittance.domain;
