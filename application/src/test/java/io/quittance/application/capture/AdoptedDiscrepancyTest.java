package io.quittance.application.capture;

import static io.quittance.application.capture.AdoptionScene.ADA;
import static io.quittance.application.capture.Scene.AMOUNT;
import static io.quittance.application.capture.Scene.ORDER;
import static io.quittance.application.capture.Scene.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.SettleOperation.Told;
import io.quittance.application.discrepancy.EndDiscrepancy.Outcome;
import io.quittance.application.discrepancy.EndDiscrepancy.Whose;
import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.KeepMisunderstood;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.person.Hand;
import io.quittance.application.repair.End;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A discrepancy")
class AdoptedDiscrepancyTest {
    private final Scene scene = new Scene();
    private final AdoptionScene adoption = new AdoptionScene(scene);
    private final Capture capture = scene.requested();

    private Outcome adopt(Kept kept) {
        return adoption.repair.adopt(kept.number(), ADA, Whose.UNSAID);
    }

    private Told succeeded() {
        return told(capture.request(), scene.settled());
    }

    /** Nothing that anybody could see has changed. */
    private void refuses(Kept kept, Capture about, String why) {
        List<Row> story = scene.story(about);
        String state = scene.state(about);
        int owed = scene.deliveries(about).size();

        assertEquals(new Outcome.Refused(why), adoption.repair.rehearse(kept.number(), Whose.UNSAID));
        assertEquals(new Outcome.Refused(why), adopt(kept));

        assertEquals(kept, adoption.now(kept));
        assertEquals(story, scene.story(about));
        assertEquals(state, scene.state(about));
        assertEquals(owed, scene.deliveries(about).size());
    }

    @Nested
    class Told_by_an_account_that_its_order_did_not_go_through {
        private final Holder stranger = new Holder(
                scene.merchant, Given.opened(scene.store.accounts(), scene.merchant.id(), Given.newAccount()));
        private final Kept kept = adoption.kept(List.of(stranger), succeeded());

        @Test
        void is_adopted_on_a_persons_word_and_announced_once() {
            Outcome.Done done = assertInstanceOf(Outcome.Done.class, adopt(kept));

            assertTrue(done.moved());
            assertEquals("SUCCESS", scene.state(capture));
            assertEquals(1, scene.deliveries(capture).size());
            assertEquals(1, scene.deliveriesRung.size());
            assertEquals(Optional.empty(), scene.errand(capture));
            assertEquals(
                    Optional.of(new Ending(Ending.How.ADOPTED, scene.clock.instant(), ADA.person(), ADA.reason())),
                    adoption.now(kept).ending());
        }

        @Test
        void stands_in_the_story_with_its_message_and_the_person_before_the_move() {
            int before = scene.story(capture).size();

            adopt(kept);

            List<Row> since =
                    scene.story(capture).subList(before, scene.story(capture).size());
            assertEquals(
                    List.of(Kind.RECEIVED, Kind.OPERATED, Kind.MOVED, Kind.OWED),
                    since.stream().map(row -> row.entry().kind()).toList());
            assertEquals(
                    Optional.of(kept.discrepancy().message().raw()),
                    since.getFirst().entry().body());
            assertEquals(Optional.of("Ada"), since.get(1).entry().who());
            assertTrue(since.get(1).entry().note().endsWith(ADA.reason()));
        }

        @Test
        void is_as_it_is_when_it_is_adopted_or_closed_again() {
            adopt(kept);
            Kept ended = adoption.now(kept);
            List<Row> story = scene.story(capture);

            assertEquals(new Outcome.Already(ended), adopt(kept));
            assertEquals(new Outcome.Already(ended), adoption.repair.close(kept.number(), new Hand("Bob", "no")));

            assertEquals(ended, adoption.now(kept));
            assertEquals(story, scene.story(capture));
            assertEquals(1, scene.deliveries(capture).size());
        }

        @Test
        void is_known_already_when_the_orders_own_account_tells_it_later() {
            adopt(kept);

            assertEquals(Settled.KNOWN_ALREADY, scene.settle(succeeded()));

            assertEquals(1, scene.deliveries(capture).size());
        }

        @Test
        void tells_beforehand_what_would_follow_and_changes_nothing() {
            List<Row> story = scene.story(capture);

            assertEquals(
                    new Outcome.Possible(AdoptionScene.ref(capture), "PENDING -> SUCCESS, and its merchant is told"),
                    adoption.repair.rehearse(kept.number(), Whose.UNSAID));

            assertEquals(kept, adoption.now(kept));
            assertEquals(story, scene.story(capture));
            assertEquals("PENDING", scene.state(capture));
            assertEquals(List.of(), scene.deliveriesRung);
        }

        @Test
        void ends_where_its_order_says_the_same_already_and_tells_nobody_again() {
            scene.repair.settle(AdoptionScene.ref(capture), new End.Success(), ADA);

            Outcome.Done done = assertInstanceOf(Outcome.Done.class, adopt(kept));

            assertEquals(false, done.moved());
            assertEquals(1, scene.deliveries(capture).size());
            assertEquals(Kind.OPERATED, scene.kinds(capture).getLast());
        }

        @Test
        void cannot_be_adopted_once_its_order_has_ended_otherwise() {
            scene.repair.settle(
                    AdoptionScene.ref(capture), new End.Failed(new Failure("PAYMENT_FAILED", "no funds")), ADA);

            refuses(kept, capture, "already failed");
        }
    }

    @Test
    void of_contradicting_ends_changes_nothing_as_the_first_stands() {
        scene.settle(succeeded());
        Report failed = new Report.Declined(
                GivenOperations.terms(ORDER, AMOUNT), scene.clock.instant(), new Failure("NO", "no funds"));

        refuses(adoption.kept(List.of(scene.holder), told(capture.request(), failed)), capture, "already succeeded");
    }

    @Test
    void of_another_amount_never_changes_what_was_asked_for() {
        Report other =
                new Report.Settled(GivenOperations.terms(ORDER, Money.of("99.50", "USD")), scene.clock.instant());

        refuses(adoption.kept(List.of(scene.holder), told(capture.request(), other)), capture, "another amount");
    }

    @Nested
    class Of_a_message_that_an_earlier_version_did_not_understand {
        private Kept kept;

        @BeforeEach
        void is_kept() {
            Told news = succeeded();
            new KeepMisunderstood(scene.store.discrepancies(), scene.store.transactions(), scene.clock)
                    .keep(Optional.of(scene.holder), news.message(), "status");
            kept = scene.discrepancies().getFirst();
        }

        @Test
        void is_adopted_once_it_is_understood_and_is_its_orders_from_then_on() {
            adoption.understood.put(kept.discrepancy().message().fingerprint(), succeeded());

            assertInstanceOf(Outcome.Done.class, adopt(kept));

            assertEquals("SUCCESS", scene.state(capture));
            assertEquals(1, scene.deliveries(capture).size());
            assertEquals(
                    Optional.of(AdoptionScene.ref(capture)),
                    adoption.now(kept).discrepancy().about());
        }

        @Test
        void is_refused_as_long_as_it_is_not() {
            refuses(kept, capture, "also this version does not understand it: status (expected: SUCCESS)");
        }
    }

    @Test
    void of_an_order_that_was_unknown_is_adopted_when_it_is_known_and_never_invents_one() {
        Told news = told(
                GivenOperations.captureKey("later").request(), new Report.Settled(Terms.UNSAID, scene.clock.instant()));
        Kept kept = adoption.kept(List.of(scene.holder), news);
        refuses(kept, capture, "an unknown capture, and the report leaves out what makes one");

        scene.requests.request(scene.merchant, Scene.command("later"));

        assertInstanceOf(Outcome.Done.class, adopt(kept));
        assertEquals(
                "SUCCESS",
                scene.store
                        .operations()
                        .find(scene.merchant.id(), GivenOperations.captureKey("later"))
                        .map(OperationKind::name)
                        .orElseThrow());
    }

    @Nested
    class That_may_be_several_merchants {
        private final Holder neighbour = Given.holder(scene.store, Given.merchant(scene.store));
        private final Kept kept = adoption.kept(
                List.of(scene.holder, neighbour),
                told(GivenOperations.captureKey("portal").request(), scene.settled()));

        @Test
        void is_adopted_for_the_one_whom_a_person_names() {
            assertInstanceOf(Outcome.Refused.class, adopt(kept));

            Outcome outcome = adoption.repair.adopt(
                    kept.number(), ADA, new Whose(Optional.of(scene.merchant.id()), Optional.empty()));

            assertInstanceOf(Outcome.Done.class, outcome);
            assertTrue(scene.store
                    .operations()
                    .find(scene.merchant.id(), GivenOperations.captureKey("portal"))
                    .isPresent());
            assertEquals(1, scene.deliveriesRung.size());
        }

        @Test
        void goes_to_no_account_for_which_it_was_not_verified() {
            Whose other = new Whose(
                    Optional.of(scene.merchant.id()),
                    Optional.of(neighbour.account().id()));

            assertEquals(
                    new Outcome.Refused("what verified it, upstream's key, verifies nothing for that account now"),
                    adoption.repair.adopt(kept.number(), ADA, other));
        }

        @Test
        void asks_which_account_where_several_may_have_told_it() {
            Holder second = new Holder(
                    scene.merchant, Given.opened(scene.store.accounts(), scene.merchant.id(), Given.newAccount()));
            Whose merchant = new Whose(Optional.of(scene.merchant.id()), Optional.empty());

            Outcome.Refused refused =
                    assertInstanceOf(Outcome.Refused.class, adoption.repair.adopt(kept.number(), ADA, merchant));

            assertTrue(refused.why().contains(second.account().id().toString()), refused.why());
        }
    }
}
