/**
 * What every kind of order has in common once a report comes in: {@link io.quittance.application.lifecycle.Moves} keeps
 * what follows from a transition, in the {@link io.quittance.application.lifecycle.Books} that hang on the order.
 */
package io.quittance.application.lifecycle;
