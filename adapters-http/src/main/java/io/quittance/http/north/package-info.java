/**
 * The face towards merchants: {@code POST /aggregate-pay/api/gateway/NAME}. {@link io.quittance.http.north.Gateway}
 * checks a request in the design's order and signs the answer; each API is a {@link
 * io.quittance.http.north.NorthCall}. Only the controller knows Micronaut.
 */
package io.quittance.http.north;
