/**
 * Payment links on the wire: the calls of merchants, upstream's callback, and PayerMax's pages on PayByLink, one class for
 * each page, and what pages share. Start at {@link io.quittance.http.paymentlink.CreatePaymentLinkCall} and {@link
 * io.quittance.http.paymentlink.CreateLinkWire}.
 */
package io.quittance.http.paymentlink;
