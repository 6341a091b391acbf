/** A sample that breaks a rule: a face that knows a feature. */
package io.quittance.bootstrap.architecture.samples.http.north;
