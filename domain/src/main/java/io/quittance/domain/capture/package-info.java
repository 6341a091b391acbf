/**
 * Collecting an authorised amount: the aggregate {@link io.quittance.domain.capture.Capture} and what happens to it.
 *
 * <p>Follows PayerMax's pages "Capture" and "Capture Notifications".
 */
package io.quittance.domain.capture;
