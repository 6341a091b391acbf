/**
 * Payouts in the table {@code payout}: {@link io.quittance.persistence.payout.JdbcPayouts}. What is personal in them is
 * encrypted.
 */
package io.quittance.persistence.payout;
