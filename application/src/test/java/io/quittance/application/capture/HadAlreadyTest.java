package io.quittance.application.capture;

import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static io.quittance.application.capture.Scene.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.lifecycle.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** After a fail-over that lost the last commits, or from a restored backup, our own marks know of no earlier call. */
@DisplayName("A capture that upstream has already, of which our own marks were lost,")
class HadAlreadyTest {
    private static final Answer<Said> TAKEN = new Answer.Taken<>(EXCHANGE, said());
    private static final Answer<Said> HAD_ALREADY = new Answer.Taken<>(EXCHANGE, new Said.HadAlready());

    private final Scene scene = new Scene();
    private final Capture capture = scene.requested();
    private final Errand before = errand();

    private Errand errand() {
        return scene.errand(capture).orElseThrow();
    }

    private void runs() {
        scene.runner.run(scene.lease(capture), errand());
    }

    @BeforeEach
    void is_taken_and_then_all_is_set_back_to_before_the_call() {
        scene.acquirer.knowsItsIds(false).answers(TAKEN);
        runs();
        scene.store.perform(() -> {
            scene.store.operations().replace(capture);
            scene.store.errands().replace(before);
        });
        scene.acquirer.answers(HAD_ALREADY);
    }

    @Test
    void does_not_fail_when_it_is_sent_again() {
        runs();

        assertEquals(new State.Pending(), scene.now(capture).state());
        assertEquals(0, scene.store.outbox().size());
        assertEquals(List.of(), scene.discrepancies());
    }

    @Test
    void waits_for_the_message_and_is_never_sent_again() {
        runs();

        assertEquals(Step.WATCH, errand().step());
        assertEquals(scene.clock.instant().plus(Duration.ofHours(24)), errand().dueAt());
        assertEquals(2, scene.acquirer.asked().size());
    }

    @Test
    void succeeds_by_the_message_and_that_is_announced() {
        runs();

        assertEquals(Settled.RECORDED, scene.settle(capture, scene.settled()));

        assertEquals("SUCCESS", scene.state(capture));
        assertEquals(1, scene.deliveries(capture).size());
        assertEquals(List.of(), scene.discrepancies());
    }

    @Test
    void does_not_fail_either_by_another_refusal_once_upstream_has_numbered_it() {
        scene.acquirer.answers(() -> {
            scene.settle(capture, new Report.Processing(Terms.UNSAID));
            return new Answer.Refused<>(EXCHANGE, new Failure("ORDER_CLOSED", ""));
        });

        runs();

        assertEquals("PENDING", scene.state(capture));
        assertEquals(Step.WATCH, errand().step());
    }

    @Test
    void has_a_story_that_tells_what_was_answered() {
        runs();

        assertTrue(scene.story(capture).stream()
                .anyMatch(row -> row.entry().note().equals("upstream has one under that request id already")));
    }
}
