package io.quittance.application.payout;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.payout.SettlePayout.Told;
import io.quittance.application.replay.Rereading;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.application.replay.Retelling;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Payouts told anew, each try on its own. */
public final class PayoutRetelling implements Retelling<Payout> {
    private final Payouts payouts;
    private final Rereading<Told> reader;

    /** @param reader of both dialects */
    public PayoutRetelling(Payouts payouts, Rereading<Told> reader) {
        this.payouts = Objects.requireNonNull(payouts, "payouts");
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    @Override
    public Optional<Payout> begun(ObjectRef about) {
        return payouts.find(about.payoutId()).map(payout -> in(payout, new State.Pending(Optional.empty())));
    }

    @Override
    public Heard<Payout> hear(Payout payout, Bytes raw, Instant at) throws NotUnderstood {
        Told told = reader.read(raw, at);
        return Heard.of(payout.apply(told.number(), told.report()));
    }

    @Override
    public Payout standing(Payout payout, String state, Instant at) {
        return in(
                payout,
                switch (state) {
                    case "SUCCESS" -> new State.Succeeded(at);
                    case "FAILED" -> new State.Failed(at, new Failure("", ""), false);
                    case "BOUNCEBACK" -> new State.BouncedBack(Optional.empty(), at, Optional.empty());
                    default -> new State.Pending(Optional.empty());
                });
    }

    @Override
    public String state(Payout payout) {
        return PayoutKind.name(payout);
    }

    private static Payout in(Payout payout, State state) {
        return new Payout(
                payout.id(),
                payout.merchant(),
                payout.account(),
                payout.order(),
                payout.attempt(),
                payout.trade(),
                payout.legs(),
                payout.particulars(),
                payout.notifyUrl(),
                payout.createdAt(),
                payout.upstreamNo(),
                state);
    }
}
