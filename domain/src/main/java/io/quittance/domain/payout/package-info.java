/**
 * Paying money out: the aggregate {@link io.quittance.domain.payout.Payout} and what happens to it; what a merchant wants
 * done is an {@link io.quittance.domain.payout.Instruction}.
 *
 * <p>Follows PayerMax's pages on disbursement and its legacy page "Payment result asynchronous callback notification".
 */
package io.quittance.domain.payout;
