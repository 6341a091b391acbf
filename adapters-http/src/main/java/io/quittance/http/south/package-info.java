/**
 * The face towards upstream, for what it tells: signed notifications of results. {@link io.quittance.http.south.Callbacks}
 * finds out who may be meant and verifies; each kind of notification is a {@link io.quittance.http.south.Callback} in the
 * package of its feature, and none is known here. Only the controller knows Micronaut. What we ask of upstream goes out by
 * {@code payermax}, or to {@code simulator}.
 */
package io.quittance.http.south;
