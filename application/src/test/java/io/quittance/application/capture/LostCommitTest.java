package io.quittance.application.capture;

import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static io.quittance.application.capture.Scene.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.shard.Lease;
import io.quittance.application.store.Memory.Commit;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.lifecycle.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over an upstream that does not know its ids: a call that may have been made must not be made again. */
@DisplayName("A commit whose answer is lost")
class LostCommitTest {
    private static final Answer<Said> TAKEN = new Answer.Taken<>(EXCHANGE, said());
    private static final Answer<Said> REFUSED = new Answer.Refused<>(EXCHANGE, new Failure("CARD_EXPIRED", ""));

    private final Scene scene = new Scene(false);
    private final Capture capture = scene.requested();

    @BeforeEach
    void upstream_does_not_know_its_ids() {
        scene.acquirer.knowsItsIds(false).answers(TAKEN);
    }

    private void run() {
        scene.runner.run(scene.lease(capture), errand());
    }

    private void runInVain() {
        assertThrows(StoreUnavailable.class, this::run);
    }

    private Errand errand() {
        return scene.errand(capture).orElseThrow();
    }

    @Nested
    class Of_the_mark_before_a_call {
        @BeforeEach
        void is_kept_and_nobody_hears_of_it() {
            scene.store.transactions().nextCommit(Commit.ANSWER_LOST);
            runInVain();
        }

        @Test
        void leaves_a_call_that_was_not_made() {
            assertTrue(errand().sending());
            assertEquals(List.of(), scene.acquirer.asked());
        }

        @Test
        void is_made_good_by_making_the_call_once() {
            run();

            assertEquals(1, scene.acquirer.asked().size());
            assertEquals(1, errand().attempt());
            assertEquals(List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED), scene.kinds(capture));
        }

        @Test
        void casts_no_doubt_on_a_refusal() {
            scene.acquirer.answers(REFUSED);

            run();

            assertEquals("FAILED", scene.state(capture));
        }

        @Test
        void may_happen_again_and_again() {
            for (int i = 0; i < 3; i++) {
                scene.store.transactions().nextCommit(Commit.ANSWER_LOST);
                runInVain();
            }
            run();

            assertEquals(1, scene.acquirer.asked().size());
            assertEquals(1, errand().attempt());
        }

        @Test
        void leaves_the_call_open_to_another_owner_who_cannot_know() {
            scene.losesItsShards();
            Lease another = scene.store.shards().lease("another instance", java.time.Duration.ofHours(1)).stream()
                    .filter(lease -> lease.shard().equals(errand().shard()))
                    .findFirst()
                    .orElseThrow();

            scene.runner.run(another, errand());

            assertEquals(List.of(), scene.acquirer.asked(), "it may have been made under the lease before");
            assertEquals(Step.WATCH, errand().step());
        }

        @Test
        void is_forgotten_once_the_call_was_made() {
            scene.acquirer.answers(() -> {
                throw new Cut();
            });
            assertThrows(Cut.class, LostCommitTest.this::run);
            assertTrue(errand().sending());

            run();

            assertEquals(1, scene.acquirer.asked().size(), "the one that was cut off");
            assertEquals(Step.WATCH, errand().step());
        }
    }

    /** The end of a thread, as a test can play it. */
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void of_a_mark_that_was_not_kept_either_changes_nothing() {
        scene.store.transactions().nextCommit(Commit.NOT_MADE);
        runInVain();
        assertFalse(errand().sending());

        run();

        assertEquals(1, scene.acquirer.asked().size());
        assertEquals(1, errand().attempt());
    }

    @ParameterizedTest
    @EnumSource
    void behind_a_call_loses_nothing_that_upstream_said(Commit how) {
        scene.acquirer.answers(() -> {
            scene.store.transactions().nextCommit(how);
            return REFUSED;
        });
        runInVain();

        scene.errand(capture).ifPresent(_ -> run());

        assertEquals(1, scene.acquirer.asked().size());
        assertEquals("FAILED", scene.state(capture));
        assertEquals(Optional.empty(), scene.errand(capture));
        assertEquals(List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED, Kind.OWED), owedOnce());
    }

    private List<Kind> owedOnce() {
        return scene.kinds(capture).stream().filter(kind -> kind != Kind.MOVED).toList();
    }
}
