/**
 * Puts the parts together: {@link io.quittance.bootstrap.wiring.Instance} starts and stops them in order, the factories
 * build them. Decides nothing.
 */
package io.quittance.bootstrap.wiring;
