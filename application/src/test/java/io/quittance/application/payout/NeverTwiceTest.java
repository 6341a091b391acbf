package io.quittance.application.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.ErrandRunner;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every sequence of answers, to some depth, over an upstream that pays whatever reaches it: it does not know its numbers
 * again. What keeps it from paying twice is our asking alone.
 */
@DisplayName("Whatever upstream answers, and whenever we die")
class NeverTwiceTest {
    /** What can become of one call. */
    private enum Fate {
        /** It arrives and is answered truly. */
        ANSWERED,
        /** It arrives, and its answer gets lost. */
        ANSWER_LOST,
        /** It never arrives, and nobody can tell. */
        LOST,
        /** It arrives, and we die before we can write that down. */
        DIED_BEHIND,
        /** We die before anything is sent. */
        DIED_BEFORE,
        /** It arrives and is turned away for what it asks. */
        REFUSED,
        /** It is turned away before anybody looks at it. */
        NOT_PROCESSED,
        /** Our keys are wrong. */
        MISCONFIGURED
    }

    private static final int DEPTH = 4;

    private static final Logger COMPLAINTS = Logger.getLogger(ErrandRunner.class.getName());

    /** What arrives is to be seen by a query so long after. */
    private static final Duration SEEN_AFTER = Duration.ofMinutes(5);

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Pays everything that reaches it, and counts. */
    private static final class Paying implements PayoutAcquirer {
        private final Map<OutTradeNo, Integer> paid = new HashMap<>();
        private final Map<OutTradeNo, Instant> paidAt = new HashMap<>();
        private final Fate[] fates;
        private PayoutScene scene;
        private int calls;
        private boolean shows = true;

        Paying(int sequence) {
            fates = new Fate[DEPTH];
            for (int i = 0, rest = sequence; i < DEPTH; i++, rest /= Fate.values().length) {
                fates[i] = Fate.values()[rest % Fate.values().length];
            }
        }

        /** Behind the sequence everything goes well, so that every story has an end. */
        private Fate fate() {
            return calls < DEPTH ? fates[calls++] : Fate.ANSWERED;
        }

        @Override
        public Answer<Said> pay(Holder holder, Payout payout, Asked asked) {
            Fate fate = fate();
            if (fate == Fate.ANSWERED || fate == Fate.ANSWER_LOST || fate == Fate.DIED_BEHIND) {
                paid.merge(payout.order(), 1, Integer::sum);
                paidAt.put(payout.order(), scene.clock.instant());
            }
            return answer(fate, new Said.Has(Optional.of(new UpstreamTradeNo("UP-1")), Optional.empty()));
        }

        @Override
        public Answer<Said> query(Holder holder, Payout payout) {
            return answer(fate(), sees(payout.order()) ? has() : new Said.HasNot());
        }

        private Said has() {
            return new Said.Has(
                    Optional.of(new UpstreamTradeNo("UP-1")),
                    Optional.of(new Payout.Report.Settled(PayoutScene.SAID, scene.clock.instant())));
        }

        private boolean sees(OutTradeNo order) {
            Instant at = paidAt.get(order);
            return at != null && (shows || !scene.clock.instant().isBefore(at.plus(SEEN_AFTER)));
        }

        private static Answer<Said> answer(Fate fate, Said truth) {
            return switch (fate) {
                case ANSWERED -> PlayedPayoutAcquirer.taken(truth);
                case ANSWER_LOST, LOST -> PlayedPayoutAcquirer.unknown();
                case DIED_BEHIND, DIED_BEFORE -> throw new Died();
                case REFUSED -> PlayedPayoutAcquirer.refused();
                case NOT_PROCESSED -> PlayedPayoutAcquirer.notProcessed();
                case MISCONFIGURED -> new Answer.Misconfigured<>(PlayedPayoutAcquirer.EXCHANGE, "SIGN_VERIFY_FAILED");
            };
        }

        @Override
        public boolean knowsItsIds() {
            return false;
        }
    }

    /** The runner complains of every wrong key; here thousands are wrong. */
    @BeforeAll
    static void be_quiet() {
        COMPLAINTS.setLevel(Level.OFF);
    }

    @AfterAll
    static void be_heard() {
        COMPLAINTS.setLevel(null);
    }

    @Test
    void a_payout_is_paid_at_most_once_and_one_that_failed_never() {
        for (boolean shows : List.of(true, false)) {
            int sequences = (int) Math.pow(Fate.values().length, DEPTH);
            for (int sequence = 0; sequence < sequences; sequence++) {
                walk(sequence, shows);
            }
        }
    }

    private static void walk(int sequence, boolean shows) {
        Paying upstream = new Paying(sequence);
        upstream.shows = shows;
        PayoutScene scene = new PayoutScene(upstream, false);
        upstream.scene = scene;
        Payout payout = scene.requested();
        int runs = 0;
        while (scene.errand(payout).isPresent() && runs < 40) {
            Instant due = scene.errand(payout).get().dueAt();
            if (due.isAfter(scene.clock.instant())) {
                scene.clock.set(due);
            }
            try {
                scene.run(payout);
            } catch (Died _) {
                scene.clock.move(Duration.ofSeconds(10));
            }
            runs++;
        }
        int paid = upstream.paid.getOrDefault(payout.order(), 0);
        String story = Arrays.toString(upstream.fates) + (shows ? "" : ", seen late");
        assertTrue(paid <= 1, () -> "paid " + paid + " times: " + story);
        String state = scene.state(payout);
        assertEquals(state.equals("FAILED") ? 0 : 1, paid, () -> state + ": " + story);
        assertEquals(1, scene.deliveries(payout).size(), () -> "announced once: " + story);
    }
}
