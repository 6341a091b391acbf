/** Requests that we pass on without understanding them. */
package io.quittance.domain.relay;
