package io.quittance.application.payout;

import static io.quittance.application.payout.GivenPayouts.WHY;
import static io.quittance.application.payout.PayoutScene.NUMBER;
import static io.quittance.application.payout.PayoutScene.SAID;
import static io.quittance.application.payout.PlayedPayoutAcquirer.has;
import static io.quittance.application.payout.PlayedPayoutAcquirer.hasNot;
import static io.quittance.application.payout.PlayedPayoutAcquirer.notProcessed;
import static io.quittance.application.payout.PlayedPayoutAcquirer.refused;
import static io.quittance.application.payout.PlayedPayoutAcquirer.taken;
import static io.quittance.application.payout.PlayedPayoutAcquirer.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Search;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.payout.Sum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An errand about a payout")
class SubmitPayoutTest {
    private final PlayedPayoutAcquirer acquirer = new PlayedPayoutAcquirer();
    private final PayoutScene scene = new PayoutScene(acquirer);
    private final Payout payout = scene.accepted(PayoutScene.command("O1", "the merchant's own words"));

    private Errand errand() {
        return scene.errand(payout).orElseThrow();
    }

    /** One go when it is due, with this answer. */
    private void go(Answer<Said> answer) {
        acquirer.answers(answer);
        scene.clock.set(errand().dueAt());
        scene.run(payout);
    }

    private void waits(Step step, Duration wait) {
        assertEquals(step, errand().step());
        assertEquals(scene.clock.instant().plus(wait), errand().dueAt());
    }

    @Nested
    class That_upstream_takes {
        @Test
        void passes_the_merchants_own_words_on_beside_the_same_in_ours() {
            go(has());

            assertEquals(List.of("pay the merchant's own words"), acquirer.asked());
            assertEquals(
                    List.of(GivenPayouts.instruction(payout, "the merchant's own words")),
                    acquirer.instructed(),
                    "and what they say");
            assertEquals(Optional.of(NUMBER), scene.now(payout).upstreamNo());
        }

        @Test
        void is_followed_by_queries_further_and_further_apart_until_it_ends() {
            go(has());
            List<Duration> waits = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                assertEquals(Step.QUERY, errand().step());
                waits.add(Duration.between(scene.clock.instant(), errand().dueAt()));
                go(has(new Report.Processing(SAID, Optional.empty(), Given.NOON)));
            }
            assertEquals(
                    List.of(
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(20),
                            Duration.ofHours(1),
                            Duration.ofHours(3),
                            Duration.ofHours(6),
                            Duration.ofHours(6)),
                    waits);

            go(has(new Report.Settled(SAID, scene.clock.instant())));

            assertEquals("SUCCESS", scene.state(payout));
            assertEquals(Optional.empty(), scene.errand(payout));
            assertEquals(1, scene.deliveries(payout).size(), "a lost notification does no harm");
            assertEquals(
                    1,
                    acquirer.asked().stream()
                            .filter(call -> call.startsWith("pay"))
                            .count());
        }

        @Test
        void is_asked_about_again_soon_when_nobody_answers_the_query() {
            go(has());

            go(unknown());

            waits(Step.QUERY, Duration.ofSeconds(1));
        }

        @Test
        void fails_nothing_when_a_query_is_refused() {
            go(has());

            go(refused());

            assertEquals("PENDING", scene.state(payout));
            waits(Step.QUERY, Duration.ofMinutes(20));
        }

        @Test
        void is_never_passed_on_again_even_if_upstream_forgets_it() {
            go(has());

            for (int i = 0; i < 10; i++) {
                go(hasNot());
            }

            assertEquals(
                    1,
                    acquirer.asked().stream()
                            .filter(call -> call.startsWith("pay"))
                            .count());
            assertEquals("PENDING", scene.state(payout));
        }

        @Test
        void says_in_the_journal_what_each_answer_was() {
            go(has());
            go(has(new Report.Processing(SAID, Optional.empty(), Given.NOON)));

            assertEquals(
                    List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED, Kind.ASKED, Kind.ANSWERED), scene.kinds(payout));
            assertEquals("upstream has it: PENDING", scene.lastNote(payout));
        }
    }

    @Nested
    class That_upstream_refuses_at_once {
        @Test
        void fails_it_with_upstreams_code_announces_that_and_frees_the_number() {
            go(refused());

            assertEquals(
                    new State.Failed(scene.clock.instant(), WHY, true),
                    scene.now(payout).state());
            assertEquals(1, scene.deliveries(payout).size());
            assertEquals(Optional.empty(), scene.errand(payout));
        }

        @Test
        void fails_it_also_after_calls_that_certainly_were_not_processed() {
            go(notProcessed());

            go(refused());

            assertTrue(scene.now(payout).freesItsNumber());
        }

        @Test
        void fails_nothing_when_upstream_has_told_of_it_meanwhile() {
            scene.settle(payout, new Report.Processing(SAID, Optional.empty(), Given.NOON));

            go(refused());

            assertEquals("PENDING", scene.state(payout));
            assertEquals(List.of("query"), acquirer.asked(), "what upstream has numbered is asked about, not sent");
        }
    }

    @Nested
    class Whose_number_upstream_has_already {
        @Test
        void asks_soon_how_that_one_stands() {
            go(taken(new Said.HadAlready()));

            waits(Step.QUERY, Search.FIRST);
            assertEquals("PENDING", scene.state(payout));
        }

        @Test
        void takes_the_result_of_that_one() {
            go(taken(new Said.HadAlready()));
            go(has(new Report.Settled(SAID, scene.clock.instant())));

            assertEquals("SUCCESS", scene.state(payout));
        }

        @Test
        void leaves_one_of_another_amount_to_a_person() {
            Leg other = Leg.of(Sum.of(Money.of("1", "PHP")));
            Statement said = new Statement(new Legs(other, Leg.UNSAID, Leg.UNSAID), Particulars.NONE);
            go(taken(new Said.HadAlready()));

            go(has(new Report.Settled(said, scene.clock.instant())));

            assertEquals("PENDING", scene.state(payout));
            assertEquals(1, scene.discrepancies().size());
        }
    }

    @Nested
    class Without_a_result_in_five_days {
        @Test
        void is_for_a_person_to_look_at_once_and_is_followed_all_the_same() {
            go(has());
            scene.clock.move(Duration.ofDays(5));
            acquirer.answers(has(new Report.Processing(SAID, Optional.empty(), Given.NOON)));
            scene.overdue.sweep(() -> true);
            scene.run(payout);
            scene.overdue.sweep(() -> true);

            assertEquals(1, scene.store.payouts().overdue());
            assertEquals(
                    1, scene.kinds(payout).stream().filter(Kind.OVERDUE::equals).count());
            assertEquals(Step.QUERY, errand().step());

            go(has(new Report.Settled(SAID, scene.clock.instant())));
            assertEquals(0, scene.store.payouts().overdue());
        }
    }
}
