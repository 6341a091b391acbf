/** Classes that break a rule for an adapter for HTTP, to prove that it bites. */
package io.quittance.bootstrap.architecture.samples.http;
