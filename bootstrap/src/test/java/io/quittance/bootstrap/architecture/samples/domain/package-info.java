/** Classes that break a rule for a domain, to prove that it bites. */
package io.quittance.bootstrap.architecture.samples.domain;
