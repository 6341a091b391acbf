/**
 * Payment links in SQL: the tables {@code payment_link} and {@code payment_link_transaction}. Start at
 * {@link io.quittance.persistence.paymentlink.JdbcPaymentLinks}.
 */
package io.quittance.persistence.paymentlink;
