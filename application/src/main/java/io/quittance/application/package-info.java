/**
 * What Quittance does, told without a framework: verbs are what others may call, nouns are what must be plugged in.
 *
 * <p>Start at {@link io.quittance.application.capture.RequestOperation} and {@link
 * io.quittance.application.capture.SettleOperation}; the results leave through {@link
 * io.quittance.application.notification}.
 */
package io.quittance.application;
