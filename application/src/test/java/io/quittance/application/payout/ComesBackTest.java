package io.quittance.application.payout;

import static io.quittance.application.payout.PayoutScene.SAID;
import static io.quittance.application.payout.PayoutScene.told;
import static io.quittance.application.payout.PlayedPayoutAcquirer.has;
import static io.quittance.application.payout.PlayedPayoutAcquirer.refused;
import static io.quittance.application.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.payout.SettlePayout.Told;
import io.quittance.domain.payout.Heard;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A payout of which upstream tells again what it told before")
class ComesBackTest {
    private final PlayedPayoutAcquirer acquirer = new PlayedPayoutAcquirer();
    private final PayoutScene scene = new PayoutScene(acquirer);
    private final Payout payout = scene.requested();

    private static Report pending(String subStatus, int second) {
        return new Report.Processing(SAID, Optional.of(new SubStatus(subStatus)), NOON.plusSeconds(second));
    }

    /** The message's identity is its facts, not its time. */
    private Settled tell(String subStatus, int second) {
        return scene.settlement.settle(
                List.of(scene.holder), told(payout.order(), pending(subStatus, second), subStatus));
    }

    private void standsAt(String subStatus, int second) {
        Instant at = NOON.plusSeconds(second);
        assertEquals(
                new State.Pending(Optional.of(new Heard(at, Optional.of(new SubStatus(subStatus))))),
                scene.now(payout).state());
    }

    @Nested
    class In_a_review_that_comes_back {
        @Test
        void is_taken_in_each_time_and_the_message_stands_in_the_journal_once() {
            assertEquals(Settled.RECORDED, tell("REVIEW", 0));
            assertEquals(Settled.RECORDED, tell("TRANSMIT", 1));

            assertEquals(Settled.RECORDED, tell("REVIEW", 2));

            standsAt("REVIEW", 2);
            assertEquals(
                    List.of(Kind.REQUESTED, Kind.RECEIVED, Kind.MOVED, Kind.RECEIVED, Kind.MOVED, Kind.MOVED),
                    scene.kinds(payout));
            assertEquals(1, scene.story(payout).get(1).repeats());
            assertEquals("PENDING -> PENDING, on the word of a message that came again", scene.lastNote(payout));
        }

        @Test
        void is_where_upstream_said_last_although_an_older_message_comes_later() {
            tell("REVIEW", 0);
            tell("TRANSMIT", 1);

            assertEquals(Settled.KNOWN_ALREADY, tell("REVIEW", 0));

            standsAt("TRANSMIT", 1);
        }

        @Test
        void takes_an_answer_of_upstreams_between_two_of_its_messages() {
            tell("REVIEW", 0);
            acquirer.answers(has(pending("TRANSMIT", 1)));
            scene.clock.set(scene.errand(payout).orElseThrow().dueAt());
            scene.run(payout);
            standsAt("TRANSMIT", 1);

            assertEquals(Settled.RECORDED, tell("REVIEW", 2));

            standsAt("REVIEW", 2);
        }
    }

    @Nested
    class Under_another_number_upstream {
        private Told numbered(String no, Report report) {
            Told told = told(payout.order(), report, no + report);
            return new Told(
                    told.order(), Optional.of(new UpstreamTradeNo(no)), report, told.createdAt(), told.message());
        }

        private Settled tell(String no, Report report) {
            return scene.settlement.settle(List.of(scene.holder), numbered(no, report));
        }

        @Test
        void is_for_a_person_and_stays_as_it_is() {
            tell("UP-1", pending("REVIEW", 0));

            assertEquals(Settled.CONTRADICTED, tell("UP-2", new Report.Settled(SAID, NOON)));

            standsAt("REVIEW", 0);
            assertEquals(
                    Optional.of(new UpstreamTradeNo("UP-1")), scene.now(payout).upstreamNo());
            assertEquals(
                    "another number upstream",
                    scene.discrepancies().getFirst().discrepancy().why());
            assertEquals(List.of(), scene.deliveries(payout));
        }

        @Test
        void is_for_a_person_where_an_answer_says_it() {
            tell("UP-2", pending("REVIEW", 0));
            acquirer.answers(has(new Report.Settled(SAID, NOON)));
            scene.clock.set(scene.errand(payout).orElseThrow().dueAt());

            scene.run(payout);

            standsAt("REVIEW", 0);
            assertEquals(1, scene.discrepancies().size());
            assertEquals(Step.QUERY, scene.errand(payout).orElseThrow().step(), "it is followed all the same");
        }
    }

    @Nested
    class That_it_is_pending_without_its_number {
        /** Upstream contradicts itself: what it says it has taken it cannot have turned away. */
        @Test
        void keeps_its_number_although_the_call_is_refused_afterwards() {
            acquirer.answers(() -> {
                Told told = told(payout.order(), new Report.Processing(SAID, Optional.empty(), NOON));
                scene.settlement.settle(
                        List.of(scene.holder),
                        new Told(told.order(), Optional.empty(), told.report(), told.createdAt(), told.message()));
                return refused();
            });

            scene.run(payout);

            assertEquals("PENDING", scene.state(payout));
            assertFalse(scene.now(payout).freesItsNumber());
            Row last = scene.story(payout).getLast();
            assertEquals(Kind.ANSWERED, last.entry().kind());
            acquirer.answers(has());
            scene.clock.set(scene.errand(payout).orElseThrow().dueAt());
            scene.run(payout);
            assertEquals("query", acquirer.asked().getLast(), "what upstream has taken is never sent again");
        }
    }
}
