package io.quittance.application.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.capture.Capture;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Our own load is nothing that upstream did, so nothing of it is counted, told or learnt from. */
@DisplayName("An errand for which no connection of ours was left")
class UntriedErrandTest {
    private static final Answer<Said> UNTRIED = Answer.NotProcessed.untried(Duration.ofSeconds(2), "too many");
    private static final Answer<Said> UNKNOWN = new Answer.Unknown<>(Exchange.nothingSent(Duration.ZERO), "timed out");

    private final Scene scene = new Scene();
    private final Capture capture = scene.requested();

    @Test
    void goes_again_in_a_second_however_often_that_happens() {
        scene.acquirer.answers(UNTRIED);

        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.of(scene.clock.instant().plusSeconds(1)), run());
            scene.clock.move(Duration.ofSeconds(1));
        }

        assertEquals(0, errand().attempt());
        assertEquals(Step.SUBMIT, errand().step());
        assertFalse(errand().sending());
        assertFalse(errand().unsure());
    }

    @Test
    void has_left_nothing_in_the_story() {
        int before = scene.story(capture).size();
        scene.acquirer.answers(UNTRIED);

        run();

        assertEquals(before, scene.story(capture).size());
    }

    @Test
    void keeps_the_doubt_of_an_earlier_call() {
        scene.acquirer.answers(UNKNOWN).knowsItsIds(true);
        run();
        scene.acquirer.answers(UNTRIED);

        run();

        assertTrue(errand().unsure());
        assertEquals(1, errand().attempt());
    }

    @Test
    void is_counted_as_soon_as_it_is_made() {
        scene.acquirer.answers(UNTRIED);
        run();
        scene.acquirer.answers(new Answer.NotProcessed<>(Exchange.nothingSent(Duration.ZERO), "not connected"));

        run();

        assertEquals(1, errand().attempt());
    }

    private Optional<Instant> run() {
        return scene.runner.run(scene.lease(capture), errand()).again();
    }

    private Errand errand() {
        return scene.errand(capture).orElseThrow();
    }
}
