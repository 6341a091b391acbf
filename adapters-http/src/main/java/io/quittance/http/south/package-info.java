/**
 * The face towards upstream, for what it tells: signed notifications of results. {@link io.quittance.http.south.Callbacks}
 * lets the {@link io.quittance.http.south.Senders} of a callback verify, and finds out which is meant; each kind of
 * notification is a {@link io.quittance.http.south.Callback} in the package of its feature, and none is known here. Only the
 * controller knows Micronaut. What we ask of upstream goes out by {@code payermax}, or to {@code simulator}.
 */
package io.quittance.http.south;
