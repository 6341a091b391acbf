/**
 * APIs that we do not know: {@link io.quittance.http.relay.RelayedApis} hands a checked request on as it came, for an
 * integration that uses more of upstream than we do; {@link io.quittance.http.relay.ForeignNewsCallback} takes the news
 * that follows from it, for the merchant to read.
 */
package io.quittance.http.relay;
