/**
 * Payouts on the wire, both ways on both faces and in both dialects: the calls of merchants and the callbacks of upstream,
 * {@link io.quittance.http.payout.PayoutWire} owns the enveloped shapes, {@link io.quittance.http.payout.LegacyPayoutWire}
 * the flat callback, {@link io.quittance.http.payout.PayoutRules} what may stand in a request, {@link
 * io.quittance.http.payout.WireInstructions} what it says in our words. {@link io.quittance.http.payout.PassThrough} is what upstream answers itself.
 */
package io.quittance.http.payout;
