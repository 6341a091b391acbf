/**
 * Payment links: merchants ask for one ({@link io.quittance.application.paymentlink.CreatePaymentLink}), look at it, end
 * it early; upstream says who paid by it ({@link io.quittance.application.paymentlink.SettlePaymentLink}).
 *
 * <p>Unlike other orders these are asked for upstream while the merchant waits, as the answer must hold what upstream
 * answers. Knows only the domain and its neighbours here.
 */
package io.quittance.application.paymentlink;
