/**
 * APIs that we do not know: {@link io.quittance.http.relay.RelayedApis} hands a checked request on as it came, for an
 * integration that uses more of upstream than we do.
 */
package io.quittance.http.relay;
