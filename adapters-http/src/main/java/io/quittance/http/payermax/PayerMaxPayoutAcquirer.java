package io.quittance.http.payermax;

import io.quittance.application.account.Holder;
import io.quittance.application.payout.PayoutAcquirer;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Statement;
import io.quittance.http.json.Json;
import io.quittance.http.payermax.PayerMaxCall.Reading;
import io.quittance.http.payout.PayoutCallbackPaths;
import io.quittance.http.payout.PayoutWire;
import io.quittance.http.payout.UpstreamAnswer;
import io.quittance.http.payout.UpstreamRequest;
import io.quittance.http.wire.WireCode;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Passes payouts on to PayerMax and asks how they stand, pages "paymentOrderPay" and "paymentOrderQry". A number that it
 * knows it refuses with {@code ORDER_REPEAT}: that is no failure, it has that payout.
 */
public final class PayerMaxPayoutAcquirer implements PayoutAcquirer {
    private final PayerMaxCall call;
    private final URI publicUrl;
    private final InstantSource clock;

    /** @param publicUrl where PayerMax reaches us, without a slash at its end */
    public PayerMaxPayoutAcquirer(PayerMaxCall call, URI publicUrl, InstantSource clock) {
        this.call = call;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public Answer<Said> pay(Holder holder, Payout payout, Asked asked) {
        Json.Obj kept = UpstreamRequest.kept(asked.words());
        URI notifyUrl = PayoutCallbackPaths.notifyUrl(publicUrl, holder.merchant());
        Answer<Said> answer = call.ask(
                holder.account(),
                PayoutWire.PAY,
                data -> UpstreamRequest.write(data, kept, notifyUrl),
                body -> reading(UpstreamAnswer.read(body, clock.instant()), payout));
        return meaning(answer, WireCode.ORDER_REPEAT, new Said.HadAlready());
    }

    @Override
    public Answer<Said> query(Holder holder, Payout payout) {
        Answer<Said> answer = call.ask(
                holder.account(),
                PayoutWire.QUERY,
                data -> data.text("outTradeNo", payout.order().value()),
                body -> reading(UpstreamAnswer.read(body, clock.instant()), payout));
        return meaning(answer, WireCode.ORDER_NOT_EXIST, new Said.HasNot());
    }

    private static Reading<Said> reading(UpstreamAnswer answer, Payout payout) {
        boolean another =
                answer.order().filter(other -> !other.same(payout.order())).isPresent();
        return new Reading<>(answer.code(), answer.msg(), another, news(answer.has()));
    }

    /** That it is pending, and nothing else, is no news. */
    private static Said.Has news(Said.Has has) {
        boolean pending = has.report()
                .filter(report -> report instanceof Report.Processing processing
                        && processing.subStatus().isEmpty()
                        && processing.said().equals(Statement.NOTHING))
                .isPresent();
        return pending ? new Said.Has(has.number(), Optional.empty(), has.odd()) : has;
    }

    /** One code says something of the payout and not of our request. */
    private static Answer<Said> meaning(Answer<Said> answer, WireCode code, Said said) {
        return answer instanceof Answer.Refused<Said>(var exchange, var why)
                        && why.code().equals(code.name())
                ? new Answer.Taken<>(exchange, said)
                : answer;
    }

    @Override
    public boolean knowsItsIds() {
        return false;
    }
}
