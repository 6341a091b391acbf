/** An acquirer that breaks a rule. */
package io.quittance.bootstrap.architecture.samples.http.simulator;
