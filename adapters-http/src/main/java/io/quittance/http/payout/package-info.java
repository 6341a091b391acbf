/**
 * Payouts on the wire, both ways on both faces and in both dialects: {@link io.quittance.http.payout.PayoutWire} owns the
 * enveloped shapes, {@link io.quittance.http.payout.LegacyPayoutWire} the flat callback, {@link
 * io.quittance.http.payout.PayoutRules} what may stand in a request.
 */
package io.quittance.http.payout;
