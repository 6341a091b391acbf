package io.quittance.application.capture;

import static io.quittance.application.capture.AdoptionScene.ADA;
import static io.quittance.application.capture.Scene.ORDER;
import static io.quittance.application.capture.Scene.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.discrepancy.EndDiscrepancy.Outcome;
import io.quittance.application.discrepancy.EndDiscrepancy.Whose;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Discrepancies.Look;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.person.Hand;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.money.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A discrepancy that nobody adopts")
class ClosedDiscrepancyTest {
    private final Scene scene = new Scene();
    private final AdoptionScene adoption = new AdoptionScene(scene);
    private final Capture capture = scene.requested();

    private Outcome adopt(Kept kept) {
        return adoption.repair.adopt(kept.number(), ADA, Whose.UNSAID);
    }

    @Nested
    class That_a_person_closes {
        private final Kept kept = adoption.kept(
                List.of(scene.holder),
                told(
                        capture.request(),
                        new Report.Settled(GivenOperations.terms(ORDER, Money.of("1", "USD")), scene.clock.instant())));

        @Test
        void is_closed_moves_nothing_and_stands_in_the_story() {
            assertInstanceOf(Outcome.Done.class, adoption.repair.close(kept.number(), ADA));

            assertEquals("PENDING", scene.state(capture));
            Row last = scene.story(capture).getLast();
            assertEquals(Kind.OPERATED, last.entry().kind());
            assertEquals(
                    "closed discrepancy " + kept.number() + ": " + ADA.reason(),
                    last.entry().note());
            assertEquals(Optional.of("Ada"), last.entry().who());
        }

        @Test
        void stays_closed_by_whom_it_was_closed_first() {
            adoption.repair.close(kept.number(), ADA);
            Kept closed = adoption.now(kept);
            List<Row> story = scene.story(capture);

            assertEquals(new Outcome.Already(closed), adoption.repair.close(kept.number(), new Hand("Bob", "me too")));
            assertEquals(new Outcome.Already(closed), adopt(kept));

            assertEquals(story, scene.story(capture));
            assertEquals(List.of(), scene.deliveries(capture));
        }

        @Test
        void shows_who_looked_behind_its_masks_and_so_does_the_story() {
            Hand bob = new Hand("Bob", "case 4711");

            assertEquals(
                    List.of(new Look(scene.clock.instant(), "Bob", "case 4711")),
                    adoption.telling.reveal(kept.number(), bob).orElseThrow().looks());

            assertTrue(scene.story(capture).getLast().entry().note().endsWith("unmasked: case 4711"));
        }
    }

    @Test
    void that_is_not_there_is_not_ended() {
        assertEquals(new Outcome.Unknown(), adoption.repair.close(-1, ADA));
        assertEquals(new Outcome.Unknown(), adoption.repair.adopt(-1, ADA, Whose.UNSAID));
        assertEquals(Optional.empty(), adoption.telling.tell(-1, Whose.UNSAID));
        assertEquals(Optional.empty(), adoption.telling.reveal(-1, ADA));
    }
}
