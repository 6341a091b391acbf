/**
 * All that speaks HTTP. A feature ({@code capture}, {@code authorization}, {@code payout}, {@code paymentlink}, {@code relay})
 * has its calls, callbacks and wire shapes in its own package, on top of what all share: {@code north} and {@code south} for
 * what comes in, {@code payermax}, {@code simulator} and {@code notification} for what goes out, {@code wire}, {@code json}
 * and {@code signing} for the bytes.
 */
package io.quittance.http;
