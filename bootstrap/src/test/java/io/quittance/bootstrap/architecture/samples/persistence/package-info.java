/** Classes that break a rule for an adapter for a database, to prove that it bites. */
package io.quittance.bootstrap.architecture.samples.persistence;
