/** Part of a sample that breaks a rule: a feature. */
package io.quittance.bootstrap.architecture.samples.http.dinner;
