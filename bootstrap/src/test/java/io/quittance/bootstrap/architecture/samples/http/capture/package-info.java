/** A feature that breaks a rule. */
package io.quittance.bootstrap.architecture.samples.http.capture;
