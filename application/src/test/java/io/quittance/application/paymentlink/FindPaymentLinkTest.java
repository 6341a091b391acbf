package io.quittance.application.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.paymentlink.FindPaymentLink.Outcome;
import io.quittance.application.paymentlink.SettlePaymentLink.Told;
import io.quittance.application.store.Given;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A look at a link")
class FindPaymentLinkTest {
    private final LinkScene scene = new LinkScene();
    private final FindPaymentLink find = FindPaymentLink.among(scene.store.paymentLinks());

    private Outcome look(String request) {
        return find.find(scene.merchant, new MerchantLinkId(request));
    }

    @Test
    void finds_it_as_it_stands_now() {
        scene.created("M1");
        scene.settle("M1", LinkScene.transaction("T1", Status.SUCCESS));

        assertEquals(new Outcome.Found(scene.now("M1")), look("M1"));
    }

    @Test
    void finds_nothing_that_is_not_there_is_anothers_or_was_refused() {
        scene.created("M1");
        scene.acquirer.answers(PlayedLinkAcquirer.refused("AMOUNT_LIMIT"));
        scene.create("M2", "chairs");

        assertEquals(new Outcome.Unknown(), look("M2"));
        assertEquals(new Outcome.Unknown(), look("M3"));
        assertEquals(new Outcome.Unknown(), find.find(Given.merchant(scene.store), new MerchantLinkId("M1")));
    }

    @Test
    void cannot_tell_as_long_as_nobody_knows_whether_upstream_has_it_unless_it_is_paid() {
        scene.acquirer.answers(PlayedLinkAcquirer.unknown());
        scene.create("M1", "chairs");
        assertEquals(new Outcome.Undecided(), look("M1"));

        Told told = scene.told("M1", LinkScene.transaction("T1", Status.SUCCESS));
        scene.settle(new Told(
                told.request(),
                told.number(),
                new LinkUrls("", ""),
                told.terms(),
                told.offer(),
                told.expiresAt(),
                told.expired(),
                told.transactions(),
                told.message()));

        PaymentLink paid = scene.now("M1");
        assertEquals(new PaymentLink.Opening.Doubtful(), paid.opening());
        assertEquals(new Outcome.Found(paid), look("M1"));
    }
}
