package io.quittance.application.paymentlink;

import static io.quittance.application.paymentlink.PlayedLinkAcquirer.URLS;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.refused;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.taken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.paymentlink.CreatePaymentLink.Outcome;
import io.quittance.application.store.Given;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A request for a link")
class CreatePaymentLinkTest {
    private static final Instant END = Given.NOON.plus(LinkScene.VALIDITY);
    private static final Opening OPENED = new Opening.Opened(Optional.of(new UpstreamLinkId("up-1")), URLS);

    private final LinkScene scene = new LinkScene();

    @Nested
    class That_upstream_takes {
        @Test
        void answers_the_link_as_upstream_opened_it() {
            scene.acquirer.answers(taken());

            Outcome outcome = scene.create("M1", "chairs");

            PaymentLink link = scene.now("M1");
            assertEquals(new Outcome.Created(link), outcome);
            assertEquals(OPENED, link.opening());
            assertEquals(END, link.expiresAt());
            assertEquals(new PaymentLink.State.Active(), link.state());
            assertEquals(
                    List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED), scene.kinds(link), "the story of the link");
        }

        @Test
        void is_kept_before_upstream_is_asked() {
            scene.acquirer.answers(() -> {
                PaymentLink link = scene.now("M1");
                assertEquals(new Opening.Asking(Given.NOON.plus(LinkCreation.CALL), false), link.opening());
                assertEquals(List.of(Kind.REQUESTED), scene.kinds(link));
                return taken();
            });

            scene.create("M1", "chairs");

            assertEquals(List.of("create"), scene.acquirer.asked());
        }

        @Test
        void leaves_its_end_to_be_recorded() {
            PaymentLink link = scene.created("M1");

            Errand errand = scene.errand(link).orElseThrow();
            assertEquals(
                    new Errand(
                            errand.id(),
                            ObjectRef.of(link.id()),
                            scene.merchant.id(),
                            scene.holder.account().id(),
                            Errand.Step.EXPIRE,
                            0,
                            END,
                            false,
                            false),
                    errand);
        }

        @Test
        void ends_when_upstream_says() {
            Instant later = END.plusSeconds(2);
            scene.acquirer.answers(taken(Optional.of(later), PaymentLink.Terms.UNSAID, false));

            scene.create("M1", "chairs");

            assertEquals(later, scene.now("M1").expiresAt());
            assertEquals(later, scene.errand(scene.now("M1")).orElseThrow().dueAt());
        }
    }

    @Nested
    class That_comes_again {
        @Test
        void answers_the_same_link_and_asks_nobody() {
            PaymentLink link = scene.created("M1");

            assertEquals(new Outcome.Repeated(link), scene.create("M1", "chairs"));

            assertEquals(List.of("create"), scene.acquirer.asked());
            assertEquals(1, scene.story(link).getFirst().repeats());
        }

        @Test
        void conflicts_if_its_content_is_another_and_changes_nothing() {
            PaymentLink link = scene.created("M1");
            List<Kind> before = scene.kinds(link);

            assertEquals(new Outcome.Conflicting(link), scene.create("M1", "tables"));

            assertEquals(link, scene.now("M1"));
            assertEquals(before, scene.kinds(link));
        }

        @Test
        void is_another_link_for_another_merchant() {
            PaymentLink link = scene.created("M1");
            Merchant other = Given.merchant(scene.store);
            scene.acquirer.answers(taken());

            scene.creation.create(other, LinkScene.command("M1", "tables"));

            PaymentLink others = scene.store
                    .paymentLinks()
                    .find(other.id(), new MerchantLinkId("M1"))
                    .orElseThrow();
            assertNotEquals(link.id(), others.id());
            assertEquals(link, scene.now("M1"));
        }

        @Test
        void while_the_first_is_still_asking_is_undecided_and_asks_nobody() {
            scene.acquirer.answers(() -> {
                assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
                assertEquals(new Outcome.Conflicting(scene.now("M1")), scene.create("M1", "tables"));
                return taken();
            });

            assertEquals(Outcome.Created.class, scene.create("M1", "chairs").getClass());
            assertEquals(List.of("create"), scene.acquirer.asked());
        }
    }

    @Nested
    class That_upstream_refuses {
        @Test
        void is_answered_with_upstreams_words() {
            scene.acquirer.answers(refused("AMOUNT_LIMIT"));

            assertEquals(
                    new Outcome.Refused(new Failure("AMOUNT_LIMIT", "says upstream")), scene.create("M1", "chairs"));

            assertEquals(new Opening.Unheard(), scene.now("M1").opening());
            assertEquals(Optional.empty(), scene.errand(scene.now("M1")));
        }

        @Test
        void may_be_corrected_under_the_same_id() {
            scene.acquirer.answers(refused("AMOUNT_LIMIT")).answers(taken());
            scene.create("M1", "chairs");
            scene.clock.move(Duration.ofMinutes(1));

            Outcome outcome = scene.create("M1", "tables");

            PaymentLink link = scene.now("M1");
            assertEquals(new Outcome.Created(link), outcome);
            assertEquals(LinkScene.offer("tables", "40000"), link.offer());
            assertEquals(END.plusSeconds(60), link.expiresAt());
            assertEquals(END.plusSeconds(60), scene.errand(link).orElseThrow().dueAt());
            assertEquals(List.of("create", "create"), scene.acquirer.asked());
        }

        @Test
        void may_be_sent_again_as_it_was() {
            scene.acquirer.answers(refused("CONTRACT_INVALID")).answers(taken());
            scene.create("M1", "chairs");

            assertEquals(Outcome.Created.class, scene.create("M1", "chairs").getClass());
        }
    }
}
