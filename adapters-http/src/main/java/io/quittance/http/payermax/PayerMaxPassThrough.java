package io.quittance.http.payermax;

import io.quittance.application.account.Holder;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.payermax.PayerMaxCall.Reading;
import io.quittance.http.payout.PassThrough;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import io.quittance.http.wire.WireCode;
import java.util.Map;

/**
 * Asks PayerMax while a merchant waits, signed as the merchant's account upstream, and repeats its answer if that may be
 * believed. What is wrong with our own keys is no business of the merchant's.
 */
public final class PayerMaxPassThrough implements PassThrough {
    private final PayerMaxCall call;
    private final HeldAccounts held;

    public PayerMaxPassThrough(PayerMaxCall call, HeldAccounts held) {
        this.call = call;
        this.held = held;
    }

    @Override
    public Bytes ask(Holder holder, String api, Json.Obj data) {
        Answer<Json.Obj> answer = call.ask(holder.account(), api, out -> out.fields(data), PayerMaxPassThrough::read);
        held.heard(holder, answer);
        return switch (answer) {
            case Answer.Taken<Json.Obj>(var _, var said) -> Envelope.accepted(out -> out.fields(said));
            case Answer.Refused<Json.Obj>(var _, var why) -> Envelope.relayed(why.code(), why.message());
            case Answer.NotProcessed<Json.Obj>(var exchange, var why, var _) -> notProcessed(exchange, why);
            case Answer.Misconfigured<Json.Obj> _ ->
                Envelope.refused(WireCode.SYSTEM_ERROR, "upstream refuses the gateway's configuration");
            case Answer.Unknown<Json.Obj>(var exchange, var _) -> unknown(exchange);
        };
    }

    /** It answered with the code, or could not be reached. */
    private static Bytes notProcessed(Exchange exchange, String why) {
        return exchange.response().isPresent()
                ? Envelope.relayed(why, "turned away by upstream, try again later")
                : Envelope.refused(WireCode.SYSTEM_ERROR, "upstream cannot be reached now");
    }

    private static Bytes unknown(Exchange exchange) {
        return exchange.response().isPresent()
                ? Envelope.refused(WireCode.UNEXPECTED_ERROR, "upstream's answer makes no sense to us")
                : Envelope.refused(WireCode.REQUEST_TIMEOUT, "no answer of upstream in time");
    }

    private static Reading<Json.Obj> read(Bytes body) throws JsonFault, Refusal {
        UpstreamEnvelope answer = UpstreamEnvelope.read(body);
        Json.Obj data = answer.fields().objectIfAny("data").map(Fields::json).orElse(new Json.Obj(Map.of()));
        return new Reading<>(answer.code(), answer.msg(), false, data);
    }
}
