/** One half of a circle of features, to prove that the rule bites. */
package io.quittance.bootstrap.architecture.samples.application.asking;
