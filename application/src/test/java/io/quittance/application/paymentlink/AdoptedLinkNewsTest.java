package io.quittance.application.paymentlink;

import static io.quittance.application.paymentlink.LinkScene.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Adoption;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.KeepMisunderstood;
import io.quittance.application.journal.NotAdopted;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.paymentlink.SettlePaymentLink.Told;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.PaymentLink;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("News of a link that a person adopts")
class AdoptedLinkNewsTest {
    private final LinkScene scene = new LinkScene();
    private final PaymentLink link = scene.created("M-1");
    private final Told both = scene.told("M-1", transaction("T-1", Status.SUCCESS), transaction("T-2", Status.SUCCESS));
    private Kept kept;

    /** As by a version that did not know what to make of it. */
    @BeforeEach
    void is_kept() {
        new KeepMisunderstood(scene.store.discrepancies(), scene.store.transactions(), scene.clock)
                .keep(Optional.of(scene.holder), both.message(), "data");
        kept = scene.discrepancies().getFirst();
    }

    private Settled adopt(Kept one) {
        Adoption adoption = new Adoption(
                one.number(),
                one.discrepancy().about(),
                one.discrepancy().at(),
                "Ada",
                "in the portal it is so",
                false);
        return scene.settle(both.by(one.discrepancy().message().adopted(Optional.of(adoption))));
    }

    @Test
    void pays_the_link_and_keeps_what_contradicts_as_one_of_its_own() {
        assertEquals(Settled.RECORDED, adopt(kept));

        assertTrue(scene.now("M-1").isPaid());
        assertEquals(
                1, OwedNews.about(scene.store, ref(), scene.clock.instant()).size());
        List<Kept> left = scene.discrepancies();
        assertEquals(
                List.of("a second payment of a link that is paid"),
                left.stream().map(one -> one.discrepancy().why()).toList());
        assertEquals(Optional.of(ref()), left.getFirst().discrepancy().about());
        assertTrue(scene.store
                .discrepancies()
                .find(kept.number())
                .orElseThrow()
                .ending()
                .isPresent());
    }

    @Test
    void is_refused_where_nothing_of_it_moves_the_link() {
        adopt(kept);
        Kept rest = scene.discrepancies().getFirst();
        PaymentLink paid = scene.now("M-1");
        int story = scene.story(link).size();

        assertEquals(
                "a second payment of a link that is paid",
                assertThrows(NotAdopted.class, () -> adopt(rest)).getMessage());

        assertEquals(paid, scene.now("M-1"));
        assertEquals(story, scene.story(link).size());
        assertEquals(List.of(rest), scene.discrepancies());
    }

    @Test
    void is_refused_when_it_was_ended_meanwhile_and_nothing_changes() {
        adopt(kept);
        int story = scene.story(link).size();

        assertEquals(
                "it was ended meanwhile",
                assertThrows(NotAdopted.class, () -> adopt(kept)).getMessage());

        assertEquals(story, scene.story(link).size());
    }

    private ObjectRef ref() {
        return ObjectRef.of(link.id());
    }
}
