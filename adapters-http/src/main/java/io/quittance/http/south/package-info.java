/**
 * The face towards upstream: signed notifications of results. {@link io.quittance.http.south.Callbacks} finds out who
 * may be meant and verifies; each kind of notification is a {@link io.quittance.http.south.Callback}. Only the
 * controllers know Micronaut.
 */
package io.quittance.http.south;
