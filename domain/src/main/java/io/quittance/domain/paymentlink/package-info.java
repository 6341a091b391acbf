/**
 * Links that payers pay by: the aggregate {@link io.quittance.domain.paymentlink.PaymentLink} with its transactions, and
 * what happens to it.
 *
 * <p>Follows PayerMax's pages on PayByLink: create, query, expire, "Updates &amp; Callbacks".
 */
package io.quittance.domain.paymentlink;
