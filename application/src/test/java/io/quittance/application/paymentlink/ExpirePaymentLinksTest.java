package io.quittance.application.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.shard.Lease;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The end of a link's time")
class ExpirePaymentLinksTest {
    private final LinkScene scene = new LinkScene();

    private Optional<Instant> run(PaymentLink link) {
        return scene.worker
                .run(scene.lease(link), scene.errand(link).orElseThrow())
                .again();
    }

    @Test
    void is_recorded_and_told_to_nobody() {
        PaymentLink link = scene.created("M1");
        scene.clock.move(LinkScene.VALIDITY);

        assertEquals(Optional.empty(), run(link));

        assertEquals(new State.Expired(), scene.now("M1").state());
        assertEquals(link.expiresAt(), scene.now("M1").expiresAt());
        assertEquals(Optional.empty(), scene.errand(link));
        assertEquals(List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED, Kind.LAPSED, Kind.MOVED), scene.kinds(link));
        assertEquals(List.of(), scene.deliveries(link));
    }

    @Test
    void is_waited_for_by_whoever_comes_too_early() {
        PaymentLink link = scene.created("M1");
        scene.clock.move(LinkScene.VALIDITY.minusMillis(1));

        assertEquals(Optional.of(link.expiresAt()), run(link));

        assertEquals(new State.Active(), scene.now("M1").state());
        assertEquals(link.expiresAt(), scene.errand(link).orElseThrow().dueAt());
    }

    @Test
    void leaves_nothing_to_do_for_one_that_is_paid() {
        PaymentLink link = scene.created("M1");
        scene.settle("M1", LinkScene.transaction("T1", Status.SUCCESS));

        assertEquals(Optional.empty(), scene.errand(link));
        assertTrue(scene.now("M1").expiredAt(link.expiresAt()));
    }

    @Test
    void is_not_recorded_by_a_stalled_owner() {
        PaymentLink link = scene.created("M1");
        Lease old = scene.lease(link);
        Errand errand = scene.errand(link).orElseThrow();
        scene.store.shards().leave("this instance");
        scene.store.shards().lease("another instance", Duration.ofHours(1));
        scene.clock.move(LinkScene.VALIDITY);

        assertEquals(Optional.empty(), scene.worker.run(old, errand).again());

        assertEquals(new State.Active(), scene.now("M1").state());
        assertEquals(Optional.of(errand), scene.errand(link));
    }
}
