/**
 * Payments that upstream tells of, the authorizations among them, and what may be done with those: captured, or
 * cancelled. Begin with {@link io.quittance.domain.authorization.Standing}, which decides; how many captures may succeed
 * is said by {@link io.quittance.domain.authorization.CaptureAllowance} alone. May know captures, and money.
 */
package io.quittance.domain.authorization;
