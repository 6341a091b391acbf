/**
 * Payments on the wire: upstream's callbacks, and the shapes of PayerMax's pages "authResultNotifyUrl" and
 * "collectResultNotifyUrl" ({@code PaymentWire}).
 */
package io.quittance.http.authorization;
