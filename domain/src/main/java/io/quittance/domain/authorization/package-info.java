/**
 * Payments that upstream tells of, the authorizations among them, and what may be done with those: captured once, or
 * cancelled. Begin with {@link io.quittance.domain.authorization.Authorization}. May know captures, and money.
 */
package io.quittance.domain.authorization;
