/** Captures: how one is requested ({@code RequestCapture}), how it is settled ({@code SettleCapture}), where it is kept. */
package io.quittance.application.capture;
