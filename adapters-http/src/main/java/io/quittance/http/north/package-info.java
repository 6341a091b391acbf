/**
 * The face towards merchants, for what they ask: {@code POST /aggregate-pay/api/gateway/NAME}. {@link
 * io.quittance.http.north.Gateway} checks a request in the design's order and signs the answer; each API is a {@link
 * io.quittance.http.north.NorthCall} in the package of its feature, and none is known here. Only the controller knows
 * Micronaut. What we tell merchants goes out by {@code notification}.
 */
package io.quittance.http.north;
