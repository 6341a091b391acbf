/**
 * Captures and cancels, the operations on authorized orders: how one is requested ({@code RequestOperation}), how it is
 * settled ({@code SettleOperation}), where it is kept ({@code OrderOperations}).
 */
package io.quittance.application.capture;
