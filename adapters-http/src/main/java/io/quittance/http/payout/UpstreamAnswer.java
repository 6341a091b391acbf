package io.quittance.http.payout;

import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonFault;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import java.time.Instant;
import java.util.Optional;

/**
 * What upstream answers to {@code paymentOrderPay} and {@code paymentOrderQry}.
 *
 * @param code {@code APPLY_SUCCESS}, or why not
 * @param order the number that it answers, where it says so
 * @param has what it says of the payout
 */
public record UpstreamAnswer(String code, String msg, Optional<OutTradeNo> order, Said.Has has) {
    private static final Said.Has NOTHING = new Said.Has(Optional.empty(), Optional.empty());

    /**
     * The code of an error counts even if its data makes no sense to us.
     *
     * @param now when a payout ended of which the answer says only that it ended
     */
    public static UpstreamAnswer read(Bytes body, Instant now) throws JsonFault, Refusal {
        UpstreamEnvelope answer = UpstreamEnvelope.read(body);
        Fields envelope = answer.fields();
        if (!answer.accepts() || envelope.value("data").isEmpty()) {
            return new UpstreamAnswer(answer.code(), answer.msg(), Optional.empty(), NOTHING);
        }
        Fields data = envelope.object("data");
        Optional<OutTradeNo> order =
                Lenient.id(data, "outTradeNo", OutTradeNo.MAX_CHARACTERS).map(OutTradeNo::new);
        return new UpstreamAnswer(answer.code(), answer.msg(), order, has(data, now));
    }

    /** The status is optional in the answer to a request, by the schema: D17. */
    private static Said.Has has(Fields data, Instant now) throws Refusal {
        Oddities odd = new Oddities();
        if (!Lenient.said(data, "status")) {
            Optional<UpstreamTradeNo> number = odd.side(
                            () -> Lenient.number(data, "tradeNo", UpstreamTradeNo.MAX_CHARACTERS))
                    .map(UpstreamTradeNo::new);
            return new Said.Has(number, Optional.empty(), odd.notes());
        }
        PayoutReading reading = PayoutWire.Notification.data(data, odd);
        return new Said.Has(reading.number(), Optional.of(reading.report(now, new Failure("", ""))), reading.odd());
    }
}
