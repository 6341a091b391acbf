/** Requests that we pass on without understanding them, and news that we pass on without understanding it. */
package io.quittance.domain.relay;
