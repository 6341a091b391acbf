package io.quittance.application.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.person.Hand;
import io.quittance.application.repair.End;
import io.quittance.application.repair.RepairOrder.Outcome;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.lifecycle.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A capture that upstream took and does not tell of")
class SettledByHandTest {
    private static final Hand ADA = new Hand("Ada", "in the portal it is paid");
    private static final End SUCCESS = new End.Success();
    private static final End FAILED = new End.Failed(new Failure("PAYMENT_FAILED", "no funds"));

    private final Scene scene = new Scene();
    private final Capture capture = scene.requested();
    private final ObjectRef about = ObjectRef.of(capture.id());

    @BeforeEach
    void is_taken_and_overdue() {
        scene.acquirer.answers(new Answer.Taken<>(PlayedAcquirer.EXCHANGE, Scene.said()));
        scene.runner.run(scene.lease(capture), scene.errand(capture).orElseThrow());
        assertEquals(Errand.Step.WATCH, scene.errand(capture).orElseThrow().step());
        scene.clock.move(Duration.ofHours(25));
        scene.overdue.sweep(() -> true);
        assertEquals(1, overdue());
        scene.deliveriesRung.clear();
    }

    private long overdue() {
        return scene.store.operations().of(Sort.CAPTURE).overdue();
    }

    private Outcome settle(End end) {
        return scene.repair.settle(about, end, ADA);
    }

    @Nested
    class Once_a_person_says_that_it_succeeded {
        @BeforeEach
        void is_settled() {
            assertInstanceOf(Outcome.Done.class, settle(SUCCESS));
        }

        @Test
        void has_ended_is_owed_to_its_merchant_and_is_overdue_no_longer() {
            assertEquals("SUCCESS", scene.state(capture));
            assertEquals(1, scene.deliveries(capture).size());
            assertEquals(1, scene.deliveriesRung.size());
            assertEquals(0, overdue());
            assertEquals(Optional.empty(), scene.errand(capture));
        }

        @Test
        void says_in_its_story_who_said_so_and_why() {
            List<Row> by = scene.story(capture).stream()
                    .filter(row -> row.entry().kind() == Kind.OPERATED)
                    .toList();

            assertEquals(1, by.size());
            assertEquals(Optional.of("Ada"), by.getFirst().entry().who());
            assertTrue(by.getFirst().entry().note().endsWith(ADA.reason()));
            assertEquals(
                    Kind.MOVED,
                    scene.story(capture).get(by.getFirst().sequence()).entry().kind());
        }

        @Test
        void is_as_it_is_when_that_is_said_again() {
            List<Row> before = scene.story(capture);

            assertInstanceOf(Outcome.Already.class, settle(SUCCESS));

            assertEquals(before, scene.story(capture));
            assertEquals(1, scene.deliveries(capture).size());
        }

        @Test
        void cannot_be_ended_otherwise() {
            List<Row> before = scene.story(capture);

            assertEquals(new Outcome.Refused("already succeeded"), settle(FAILED));

            assertEquals(before, scene.story(capture));
            assertEquals(List.of(), scene.discrepancies());
        }

        @Test
        void believes_upstream_that_says_the_same_and_keeps_what_contradicts() {
            assertEquals(Settled.KNOWN_ALREADY, scene.settle(capture, scene.settled()));
            assertEquals(
                    Settled.CONTRADICTED,
                    scene.settle(
                            capture,
                            new Report.Declined(Terms.UNSAID, scene.clock.instant(), new Failure("NO", "no funds"))));

            assertEquals("SUCCESS", scene.state(capture));
            assertEquals(1, scene.discrepancies().size());
            assertEquals(1, scene.deliveries(capture).size());
        }
    }

    @Test
    void fails_with_what_its_merchant_is_told() {
        assertInstanceOf(Outcome.Done.class, settle(FAILED));

        assertEquals("FAILED", scene.state(capture));
        assertEquals(1, scene.deliveries(capture).size());
    }

    @Test
    void cannot_be_asked_about() {
        List<Row> before = scene.story(capture);

        assertInstanceOf(Outcome.Refused.class, scene.repair.ask(about, ADA));

        assertEquals(before, scene.story(capture));
    }

    @Test
    void is_not_another() {
        ObjectRef nobody = ObjectRef.of(new CaptureId("nobody"));

        assertInstanceOf(Outcome.Unknown.class, scene.repair.settle(nobody, SUCCESS, ADA));
        assertInstanceOf(Outcome.Unknown.class, scene.repair.ask(nobody, ADA));
        assertInstanceOf(
                Outcome.Refused.class,
                scene.repair.settle(new ObjectRef(ObjectRef.Kind.RELAY, "nobody"), SUCCESS, ADA));
    }

    @Test
    void that_was_not_passed_on_yet_is_passed_on_at_once_when_it_is_asked_about() {
        Capture waiting = scene.requested();
        Errand later =
                scene.errand(waiting).orElseThrow().again(scene.clock.instant().plusSeconds(300), false);
        scene.store.perform(() -> scene.store.errands().replace(later));
        scene.errandsRung.clear();

        assertInstanceOf(Outcome.Done.class, scene.repair.ask(ObjectRef.of(waiting.id()), ADA));

        assertEquals(scene.clock.instant(), scene.errand(waiting).orElseThrow().dueAt());
        assertEquals(1, scene.errandsRung.size());
        assertEquals(Kind.OPERATED, scene.kinds(waiting).getLast());
    }

    @Test
    void needs_a_person_and_a_reason() {
        assertThrows(IllegalArgumentException.class, () -> new Hand(" ", "why"));
        assertThrows(IllegalArgumentException.class, () -> new Hand("Ada", ""));
        assertThrows(IllegalArgumentException.class, () -> new Hand("Ada", "two\nlines"));
        assertThrows(IllegalArgumentException.class, () -> new Hand("Ada", "x".repeat(Hand.MAX_REASON + 1)));
    }
}
