package io.quittance.http.payermax;

import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.account.Account;
import io.quittance.http.payermax.PayerMaxCall.Reading;
import io.quittance.http.payout.PayoutWire;
import io.quittance.http.wire.UpstreamEnvelope;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out whether PayerMax's gateway is where we ask it, by a question that moves nothing. */
public final class PayerMaxProbe {
    private final PayerMaxCall call;
    private final InstantSource clock;

    public PayerMaxProbe(PayerMaxCall call, InstantSource clock) {
        this.call = call;
        this.clock = clock;
    }

    /** Whether that account has keys to ask with. */
    public boolean canAsk(Account account) {
        return call.canAsk(account);
    }

    /**
     * Asks for a payout that cannot exist, signed as that account. What is wrong with the address is told by
     * {@link FarAddress} itself.
     *
     * @return what else is wrong, as one sentence; empty if upstream knows the account, or is not there
     */
    public Optional<String> ask(Account account) {
        Answer<Boolean> answer =
                call.ask(account, PayoutWire.QUERY, data -> data.text("outTradeNo", number()), body -> {
                    UpstreamEnvelope envelope = UpstreamEnvelope.read(body);
                    return new Reading<>(envelope.code(), envelope.msg(), false, true);
                });
        if (call.address().fault().isPresent()) {
            return Optional.empty();
        }
        return switch (answer) {
            case Answer.Taken<Boolean> _, Answer.Refused<Boolean> _ -> Optional.empty();
            case Answer.Misconfigured<Boolean>(var _, var why) ->
                Optional.of("Upstream does not accept account " + account.id() + " as registered here: " + why);
            case Answer.NotProcessed<Boolean>(var exchange, var why, var _) -> unreachable(exchange, why);
            case Answer.Unknown<Boolean>(var exchange, var why) -> unreachable(exchange, why);
        };
    }

    private static Optional<String> unreachable(Exchange exchange, String why) {
        return exchange.response().isPresent()
                ? Optional.of("Upstream's answer is none that we can believe: " + why)
                : Optional.of("Upstream cannot be reached: " + why);
    }

    /** No merchant's order begins so. */
    private String number() {
        return "QUITTANCE_CHECK_" + clock.instant().toEpochMilli();
    }

    /** Whether there is nothing left to find out: somebody has answered in the protocol. */
    public boolean done() {
        return call.address().spoken();
    }
}
