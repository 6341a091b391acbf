/**
 * Collecting an authorised amount, or giving it back: {@link io.quittance.domain.capture.Operation}, of which there are two
 * sorts, and what happens to it.
 *
 * <p>Follows PayerMax's pages "Capture", "Cancel" and those on their notifications.
 */
package io.quittance.domain.capture;
