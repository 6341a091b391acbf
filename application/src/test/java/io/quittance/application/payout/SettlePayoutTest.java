package io.quittance.application.payout;

import static io.quittance.application.payout.GivenPayouts.WHY;
import static io.quittance.application.payout.PayoutScene.NOTIFY_URL;
import static io.quittance.application.payout.PayoutScene.NUMBER;
import static io.quittance.application.payout.PayoutScene.SAID;
import static io.quittance.application.payout.PayoutScene.told;
import static io.quittance.application.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Heard;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.Sum;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A report about a payout")
class SettlePayoutTest {
    private static final Report PAID = new Report.Settled(SAID, NOON);
    private static final Report BACK =
            new Report.Returned(SAID, Optional.of(NOON), NOON.plusSeconds(60), Optional.of(WHY));
    private static final Report FAILED = new Report.Declined(SAID, NOON, WHY);
    private static final Optional<SubStatus> REVIEW = Optional.of(new SubStatus("REVIEW"));
    private static final Report REVIEWED = new Report.Processing(SAID, REVIEW, NOON);

    private final PayoutScene scene = new PayoutScene(new PlayedPayoutAcquirer());

    @Nested
    class That_is_asked_for {
        private final Payout payout = scene.requested();

        @Test
        void moves_it_and_owes_its_merchant_the_news_where_the_request_wants_it() {
            assertEquals(Settled.RECORDED, scene.settle(payout, PAID));

            assertEquals(new State.Succeeded(NOON), scene.now(payout).state());
            assertEquals(List.of(Kind.REQUESTED, Kind.RECEIVED, Kind.MOVED, Kind.OWED), scene.kinds(payout));
            OwedNews owed = scene.deliveries(payout).getFirst();
            assertEquals(Optional.of(NOTIFY_URL), owed.notifyUrl());
            assertEquals(Dialect.ENVELOPED, owed.dialect());
            assertEquals(Optional.empty(), scene.errand(payout), "nothing is left to ask");
        }

        @Test
        void announces_a_bounce_after_the_success_that_it_takes_back() {
            scene.settle(payout, PAID);
            assertEquals(Settled.RECORDED, scene.settle(payout, BACK));

            assertEquals("BOUNCEBACK", scene.state(payout));
            List<String> told = scene.deliveries(payout).stream()
                    .map(one -> one.body().asUtf8().replaceFirst("\\[.*", ""))
                    .toList();
            assertEquals(List.of("PayoutSucceeded", "PayoutBouncedBack"), told);
        }

        @Test
        void tells_each_result_as_it_was_known_then() {
            scene.settle(payout, PAID);
            scene.settle(payout, BACK);

            String first = scene.deliveries(payout).getFirst().body().asUtf8();
            assertTrue(first.contains("state=Succeeded"), first);
        }

        @Test
        void records_a_success_that_was_told_behind_its_bounce_and_announces_nothing() {
            scene.settle(payout, BACK);

            assertEquals(Settled.KNOWN_ALREADY, scene.settle(payout, PAID));

            assertEquals("BOUNCEBACK", scene.state(payout));
            assertEquals(Kind.RECEIVED, scene.kinds(payout).getLast(), "it is told in the journal");
            assertEquals(1, scene.deliveries(payout).size());
        }

        @Test
        void keeps_a_changed_sub_status_and_announces_nothing() {
            assertEquals(Settled.RECORDED, scene.settle(payout, REVIEWED));

            assertEquals(
                    new State.Pending(Optional.of(new Heard(NOON, REVIEW))),
                    scene.now(payout).state());
            assertEquals(List.of(), scene.deliveries(payout));
            assertTrue(scene.errand(payout).isPresent(), "it is still followed");
        }

        @Test
        void undoes_nothing_when_it_is_late() {
            scene.settle(payout, FAILED);

            assertEquals(Settled.KNOWN_ALREADY, scene.settle(payout, REVIEWED));

            assertEquals("FAILED", scene.state(payout));
        }

        @Test
        void is_kept_for_a_person_when_it_contradicts() {
            scene.settle(payout, FAILED);

            assertEquals(Settled.CONTRADICTED, scene.settle(payout, PAID));
            assertEquals(Settled.CONTRADICTED, scene.settle(payout, PAID));

            assertEquals(1, scene.discrepancies().size());
            assertEquals(1, scene.discrepancies().getFirst().repeats());
            assertEquals(1, scene.deliveries(payout).size());
        }

        @Test
        void is_kept_for_a_person_when_it_is_of_another_amount() {
            var other = new Statement(
                    new Legs(Leg.of(Sum.of(Money.of("30.51", "PHP"))), Leg.UNSAID, Leg.UNSAID), Particulars.NONE);

            assertEquals(Settled.CONTRADICTED, scene.settle(payout, new Report.Settled(other, NOON)));

            assertEquals("PENDING", scene.state(payout));
        }

        @Test
        void told_twice_is_counted_and_announced_once() {
            scene.settle(payout, PAID);

            assertEquals(Settled.KNOWN_ALREADY, scene.settle(payout, PAID));

            assertEquals(1, scene.story(payout).get(1).repeats());
            assertEquals(1, scene.deliveries(payout).size());
        }
    }

    @Nested
    class That_nobody_asked_for {
        private final OutTradeNo order = new OutTradeNo(Given.unique("portal"));

        @Test
        void makes_the_payout_under_a_number_of_ours_and_announces_it() {
            assertEquals(Settled.RECORDED, scene.settlement.settle(List.of(scene.holder), told(order, PAID)));

            Payout made = scene.store.payouts().find(scene.merchant.id(), order).orElseThrow();
            assertEquals(Optional.of(NUMBER), made.upstreamNo());
            assertNotEquals(NUMBER.value(), made.id().value());
            assertEquals("SUCCESS", PayoutKind.name(made));
            assertEquals(1, scene.deliveries(made).size());
        }

        @Test
        void makes_one_that_is_pending_and_follows_it() {
            scene.settlement.settle(List.of(scene.holder), told(order, REVIEWED));

            Payout made = scene.store.payouts().find(scene.merchant.id(), order).orElseThrow();
            assertEquals(Step.QUERY, scene.errand(made).orElseThrow().step());
            assertEquals(
                    NOON.plus(SubmitPayout.FIRST_QUERY),
                    scene.errand(made).orElseThrow().dueAt());
        }

        @Test
        void makes_none_where_it_leaves_out_the_amount() {
            Report unsaid = new Report.Settled(Statement.NOTHING, NOON);

            assertEquals(Settled.UNUSABLE, scene.settlement.settle(List.of(scene.holder), told(order, unsaid)));

            assertEquals(1, scene.discrepancies().size());
        }

        @Test
        void makes_none_under_the_number_of_another() {
            scene.settlement.settle(List.of(scene.holder), told(order, PAID));
            OutTradeNo second = new OutTradeNo(Given.unique("portal"));

            assertEquals(Settled.UNUSABLE, scene.settlement.settle(List.of(scene.holder), told(second, PAID)));
        }
    }

    @Nested
    class That_may_be_for_several_merchants {
        private final Merchant other = Given.merchant(scene.store);
        private final List<Holder> both = List.of(Given.holder(scene.store, other), scene.holder);

        @Test
        void is_for_the_only_one_that_knows_it() {
            Payout payout = scene.requested();

            scene.settlement.settle(both, told(payout.order(), PAID));

            assertEquals("SUCCESS", scene.state(payout));
        }

        @Test
        void is_for_the_one_whose_payout_has_upstreams_number_where_both_know_it() {
            Payout mine = scene.requested();
            scene.requests.request(other, PayoutScene.command(mine.order().value()));
            scene.settlement.settle(List.of(scene.holder), told(mine.order(), REVIEWED));

            scene.settlement.settle(both, told(mine.order(), PAID));

            assertEquals("SUCCESS", scene.state(mine));
        }

        @Test
        void is_nobodys_and_for_a_person_where_that_cannot_be_told() {
            var unheard = told(new OutTradeNo(Given.unique("whose")), PAID);

            assertEquals(Settled.UNUSABLE, scene.settlement.settle(both, unheard));

            List<Kept> unassigned = scene.store.discrepancies().unassigned(10);
            assertEquals(1, unassigned.size());
            assertEquals(Optional.empty(), unassigned.getFirst().discrepancy().merchant());
            assertEquals(List.of(), scene.discrepancies());
        }
    }
}
