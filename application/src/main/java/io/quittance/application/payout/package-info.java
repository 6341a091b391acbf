/**
 * Payouts: how one is requested ({@code RequestPayout}), how it is passed on and followed ({@code SubmitPayout}), what
 * is then to be done ({@code Instructions}), how it is settled ({@code SettlePayout}), where it is kept ({@code Payouts}).
 */
package io.quittance.application.payout;
