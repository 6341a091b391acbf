/** Classes that break a rule for an application, to prove that it bites. */
package io.quittance.bootstrap.architecture.samples.application;
