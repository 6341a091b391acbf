/**
 * Payment links as PayerMax's pages on PayByLink write them: one class for each page, and what pages share. Start at
 * {@link io.quittance.http.paymentlink.CreateLinkWire}.
 */
package io.quittance.http.paymentlink;
