/**
 * Payments and cancels on the wire: upstream's callbacks, and the shapes of PayerMax's pages "authResultNotifyUrl" and
 * "collectResultNotifyUrl" ({@code PaymentWire}), "Cancel" and "cancelResultNotifyUrl" ({@code CancelWire}).
 */
package io.quittance.http.authorization;
