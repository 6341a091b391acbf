package io.quittance.bootstrap.wiring;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.payout.PayoutRetelling;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.application.replay.Retelling;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** A build whose payouts do not come back, some of them. @param keeps which */
record ChangedRule(PayoutRetelling retelling, Predicate<Payout> keeps) implements Retelling<Payout> {
    @Override
    public Optional<Payout> begun(ObjectRef about) {
        return retelling.begun(about);
    }

    @Override
    public Heard<Payout> hear(Payout payout, Bytes raw, Instant at) throws NotUnderstood {
        Heard<Payout> heard = retelling.hear(payout, raw, at);
        boolean bounced = !state(heard.after()).equals(state(payout))
                && state(heard.after()).equals("BOUNCEBACK");
        return bounced && keeps.test(payout) ? new Heard<>(payout, 0, true) : heard;
    }

    @Override
    public Payout standing(Payout payout, String state, Instant at) {
        return retelling.standing(payout, state, at);
    }

    @Override
    public String state(Payout payout) {
        return retelling.state(payout);
    }
}
