package io.quittance.application.capture;

import static io.quittance.application.capture.Scene.AMOUNT;
import static io.quittance.application.capture.Scene.NUMBER;
import static io.quittance.application.capture.Scene.ORDER;
import static io.quittance.application.lifecycle.Settled.CONTRADICTED;
import static io.quittance.application.lifecycle.Settled.RECORDED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.SettleOperation.Told;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.UpstreamNo;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("News of a capture under another number of upstream's")
class RenumberedCaptureTest {
    private static final Terms TERMS = GivenOperations.terms(ORDER, AMOUNT);
    private static final Instant THEN = Given.NOON.minusSeconds(5);
    private static final Report SETTLED = new Report.Settled(TERMS, THEN);
    private static final Report PROCESSING = new Report.Processing(TERMS);

    private final Scene scene = new Scene();

    private final Capture capture = scene.requested();
    private final Told another = new Told(
            Sort.CAPTURE,
            capture.request(),
            GivenOperations.under(Optional.of(new UpstreamNo("UP-2")), SETTLED),
            Optional.empty(),
            Optional.empty(),
            Given.message("under another number"));

    @Test
    void changes_nothing_and_is_kept_for_a_person() {
        scene.settle(capture, PROCESSING);
        Capture before = scene.now(capture);

        assertEquals(CONTRADICTED, scene.settle(another));

        assertEquals(before, scene.now(capture));
        assertEquals(Optional.of(NUMBER), before.upstreamNo());
        assertEquals(0, scene.store.outbox().size());
        assertEquals(
                "another number upstream",
                scene.discrepancies().getFirst().discrepancy().why());
    }

    @Test
    void does_not_keep_the_truth_from_being_believed() {
        scene.settle(capture, PROCESSING);
        scene.settle(another);

        assertEquals(RECORDED, scene.settle(capture, SETTLED));
    }

    @Test
    void is_contradicted_by_whatever_is_told_under_the_first_if_it_comes_first() {
        assertEquals(RECORDED, scene.settle(another));

        assertEquals(CONTRADICTED, scene.settle(capture, SETTLED));
    }
}
