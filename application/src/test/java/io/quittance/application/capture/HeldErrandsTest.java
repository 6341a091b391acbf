package io.quittance.application.capture;

import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static io.quittance.application.capture.Scene.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The errands of a merchant whose keys upstream refuses")
class HeldErrandsTest {
    private static final Answer<Said> TAKEN = new Answer.Taken<>(EXCHANGE, said());
    private static final Answer<Said> MISCONFIGURED = new Answer.Misconfigured<>(EXCHANGE, "SIGN_VERIFY_FAILED");
    private static final Instant IN_A_MINUTE = Given.NOON.plusSeconds(60);

    private final Scene scene = new Scene();
    private final Capture first = scene.requested();
    private final Capture second = scene.requested();

    @BeforeEach
    void upstream_refuses_our_configuration() {
        scene.acquirer.answers(MISCONFIGURED);
        assertEquals(Optional.of(IN_A_MINUTE), run(first));
    }

    private Optional<Instant> run(Capture capture) {
        return scene.runner.run(scene.lease(capture), errand(capture));
    }

    private Errand errand(Capture capture) {
        return scene.errand(capture).orElseThrow();
    }

    @Test
    void fail_nothing() {
        assertEquals("PENDING", scene.state(first));
        assertEquals(0, scene.store.outbox().size());
        assertEquals(List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED), scene.kinds(first));
        assertEquals(Set.of(scene.holder.account().id()), scene.held.all());
    }

    @Test
    void wait_without_a_call() {
        assertEquals(Optional.of(IN_A_MINUTE), run(second));

        assertEquals(1, scene.acquirer.asked().size());
        assertEquals(IN_A_MINUTE, errand(second).dueAt());
        assertEquals(Step.SUBMIT, errand(second).step());
        assertEquals(0, errand(second).attempt());
        assertFalse(errand(second).unsure());
    }

    @Test
    void do_not_hold_up_another_merchants() {
        Merchant other = Given.merchant(scene.store);
        Capture others = scene.requested(other);
        scene.acquirer.answers(TAKEN);

        run(others);

        assertEquals(List.of(first, others), scene.acquirer.asked());
    }

    @Test
    void are_tried_one_at_a_time_after_a_minute() {
        scene.clock.set(IN_A_MINUTE);

        run(first);
        run(second);

        assertEquals(List.of(first, first), scene.acquirer.asked());
        assertEquals(IN_A_MINUTE.plusSeconds(60), errand(second).dueAt());
    }

    @Test
    void go_on_at_once_when_one_gets_through() {
        scene.clock.set(IN_A_MINUTE);
        scene.acquirer.answers(TAKEN);

        run(first);
        run(second);

        assertEquals(List.of(first, first, second), scene.acquirer.asked());
        assertEquals(Set.of(), scene.held.all());
    }

    @Test
    void are_held_on_when_upstream_could_not_even_be_reached() {
        for (Answer<Said> nothing : List.<Answer<Said>>of(
                new Answer.NotProcessed<>(EXCHANGE, "not connected"), new Answer.Unknown<>(EXCHANGE, "timed out"))) {
            scene.clock.move(Duration.ofMinutes(1));
            scene.acquirer.answers(nothing);
            run(first);
        }
        int asked = scene.acquirer.asked().size();

        run(second);

        assertEquals(asked, scene.acquirer.asked().size());
    }

    @Test
    void are_not_kept_from_their_try_by_one_that_only_waits_for_a_message() {
        Capture watched = scene.requested();
        Errand watching = errand(watched).watching(IN_A_MINUTE);
        scene.store.perform(() -> scene.store.errands().replace(watching));
        scene.clock.set(IN_A_MINUTE);
        scene.acquirer.answers(TAKEN);

        run(watched);
        run(first);

        assertEquals(List.of(first, first), scene.acquirer.asked());
    }

    @Test
    void are_refused_for_good_afterwards_without_a_doubt() {
        scene.clock.set(IN_A_MINUTE);
        scene.acquirer.answers(new Answer.Refused<>(EXCHANGE, new Failure("AUTH_EXPIRED", "")));

        run(first);

        assertEquals("FAILED", scene.state(first));
    }
}
