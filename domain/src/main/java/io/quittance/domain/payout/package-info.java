/**
 * Paying money out: the aggregate {@link io.quittance.domain.payout.Payout} and what happens to it.
 *
 * <p>Follows PayerMax's pages on disbursement and its legacy page "Payment result asynchronous callback notification".
 */
package io.quittance.domain.payout;
