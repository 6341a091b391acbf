/**
 * The shapes of PayerMax's pages "authResultNotifyUrl" and "collectResultNotifyUrl" ({@code PaymentWire}), "Cancel" and
 * "cancelResultNotifyUrl" ({@code CancelWire}).
 */
package io.quittance.http.authorization;
