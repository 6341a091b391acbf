/**
 * Whom orders are passed on to: an {@link io.quittance.http.acquirer.Acquirer} is one value with everything that belongs to
 * one of them, {@link io.quittance.http.acquirer.Acquirers} those that are there in this process. To add one, write its
 * package and register one bean; {@code payermax} and {@code simulator} are the two that are built in.
 */
package io.quittance.http.acquirer;
