package io.quittance.http.paymentlink;

import io.quittance.domain.text.Bytes;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.WireCode;

/** The answers that the three calls about links share. PayerMax lists no codes for them; these are of its general list. */
final class LinkRefusals {
    private LinkRefusals() {}

    static Bytes unknown() {
        return Envelope.refused(WireCode.ORDER_NOT_EXIST, "There is no link with this merchantLinkId.");
    }

    static Bytes undecided() {
        return Envelope.refused(
                WireCode.REQUEST_TIMEOUT,
                "Upstream has not answered in time; the same createPaybylink or expirePaybylink again finds out.");
    }

    static Bytes unaccepted() {
        return Envelope.refused(
                WireCode.SYSTEM_ERROR, "Upstream refuses this gateway's registration; its operator has been told.");
    }
}
