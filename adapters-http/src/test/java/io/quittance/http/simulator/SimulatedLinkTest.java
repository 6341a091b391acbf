package io.quittance.http.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Shard;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.UntoldResult;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.outbound.Independent;
import io.quittance.http.simulator.LinkCashier.Method;
import io.quittance.http.simulator.LinkCashier.Outcome;
import io.quittance.http.simulator.LinkCashier.Result;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A link at the simulator")
class SimulatedLinkTest {
    private static final Duration DELAY = Duration.ofSeconds(2);

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    private final Merchant merchant = Given.merchant(store);
    private final Holder holder = Given.holder(store, merchant);
    private final List<Instant> woken = new ArrayList<>();
    private final SimulatorDesk desk = new SimulatorDesk(
            store.simulatedOrders(), store.transactions(), new SecureRandom(), clock, DELAY, (at, _) -> woken.add(at));
    private final SimulatorLinkAcquirer acquirer =
            new SimulatorLinkAcquirer(desk, URI.create("https://pay.example/pay"), clock);
    private final LinkCashier cashier = new LinkCashier(desk);
    private final PaymentLink link = Given.link(merchant.id());

    private Said.Has created() {
        return taken(acquirer.create(holder, link));
    }

    private static Said.Has taken(Answer<Said> answer) {
        if (answer instanceof Answer.Taken<Said>(var _, Said.Has said)) {
            return said;
        }
        throw new AssertionError(answer.asLine());
    }

    private static Said heard(Answer<Said> answer) {
        if (answer instanceof Answer.Taken<Said>(var _, var said)) {
            return said;
        }
        throw new AssertionError(answer.asLine());
    }

    private static Failure refused(Answer<Said> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).why();
    }

    private List<SimulatedOrder> due() {
        return Shard.all().stream()
                .flatMap(shard ->
                        OwedIn.shard(
                                store.simulatedOrders().owed(),
                                shard,
                                clock.instant().plus(DELAY))
                                .stream())
                .map(UntoldResult::order)
                .toList();
    }

    @Test
    void has_a_page_of_ours_under_our_own_id_and_an_id_of_its_own() {
        Said.Has said = created();

        assertEquals("https://pay.example/pay/" + link.id(), said.urls().page());
        assertEquals(
                "https://pay.example/pay/" + link.id() + "/qrcode.png",
                said.urls().qrCode());
        assertNotEquals(link.id().value(), said.number().orElseThrow().value());
        assertTrue(link.fits(said.terms()));
        assertEquals(List.of(), due(), "nobody is told of the link itself");
    }

    @Test
    void is_the_same_when_asked_for_again_and_refused_with_other_content() {
        Said.Has said = created();
        Offer offer = link.offer();
        PaymentLink other = link.renewed(
                new Offer(offer.amount(), offer.country(), offer.notifyUrl(), "other", offer.data()),
                Given.NOON,
                Duration.ofHours(1),
                Given.NOON);

        assertEquals(said, created());
        assertEquals(new Said.HadAlready(), heard(acquirer.create(holder, other)));
    }

    @Test
    void is_found_if_it_is_there() {
        assertEquals(new Said.HasNot(), heard(acquirer.find(holder, link)));
        assertEquals("ORDER_NOT_EXIST", refused(acquirer.expire(holder, link)).code());
        Said.Has said = created();

        assertEquals(said, taken(acquirer.find(holder, link)));
        assertEquals(new Said.HasNot(), heard(acquirer.find(Given.holder(store, Given.merchant(store)), link)));
    }

    @Test
    void ends_when_asked_to_and_stays_so() {
        created();

        assertTrue(taken(acquirer.expire(holder, link)).expired());
        assertTrue(taken(acquirer.expire(holder, link)).expired());
        assertTrue(taken(acquirer.find(holder, link)).expired());
    }

    @Nested
    class That_is_paid {
        @ParameterizedTest
        @EnumSource(Method.class)
        void is_told_as_the_page_says(Method method) {
            created();

            Result.Paid paid =
                    assertInstanceOf(Result.Paid.class, cashier.pay(merchant, link, "a1", method, Outcome.SUCCESS));

            SimulatedOrder order = due().getFirst();
            assertEquals(paid.number(), order.number());
            assertEquals(List.of(Given.NOON.plus(DELAY)), woken);
            SimulatedResults.Telling telling = new SimulatedPayment()
                    .telling(holder, order, clock.instant().plus(DELAY));
            assertEquals("payLinkResultNotifyUrl", telling.callback());
            Map<?, ?> message = Independent.json(telling.body().toArray());
            assertEquals(UpstreamName.of(holder.account()).app().value(), message.get("appId"));
            Map<?, ?> data = (Map<?, ?>) message.get("data");
            assertEquals(link.request().value(), data.get("merchantLinkId"));
            Map<?, ?> transaction = (Map<?, ?>) ((List<?>) data.get("payByLinkInfo")).getFirst();
            assertEquals(paid.number(), transaction.get("outTradeNo"));
            Map<?, ?> detail = (Map<?, ?>) ((List<?>) transaction.get("paymentDetails")).getFirst();
            assertEquals(method.name(), detail.get("paymentMethodType"));
            assertEquals(method == Method.CARD, detail.containsKey("cardInfo"));
        }

        @Test
        void is_paid_once_by_many_at_the_same_moment() {
            created();
            List<String> attempts = IntStream.range(0, 8).mapToObj(i -> "a" + i).toList();

            List<Result> results =
                    AtOnce.all(attempts, attempt -> cashier.pay(merchant, link, attempt, Method.CARD, Outcome.SUCCESS));

            assertEquals(
                    1, results.stream().filter(Result.Paid.class::isInstance).count());
            assertEquals(
                    7,
                    results.stream().filter(Result.PaidBefore.class::isInstance).count());
            assertEquals(1, due().size());
        }

        @Test
        void cannot_be_ended_any_more() {
            created();
            cashier.pay(merchant, link, "a1", Method.CARD, Outcome.SUCCESS);

            assertEquals("ORDER_CLOSED", refused(acquirer.expire(holder, link)).code());
        }
    }

    @Nested
    class That_is_not_paid {
        @Test
        void is_told_to_nobody_and_can_be_paid_by_another_attempt() {
            created();

            assertEquals(new Result.Failed(), cashier.pay(merchant, link, "a1", Method.CARD, Outcome.FAILED));
            assertEquals(new Result.Pending(), cashier.pay(merchant, link, "a2", Method.CARD, Outcome.PENDING));
            assertEquals(new Result.Failed(), cashier.pay(merchant, link, "a1", Method.CARD, Outcome.SUCCESS));
            assertEquals(List.of(), due());
            assertEquals(new Result.Failed(), cashier.result(merchant, link, "a1"));

            assertInstanceOf(Result.Paid.class, cashier.pay(merchant, link, "a3", Method.CARD, Outcome.SUCCESS));
        }

        @Test
        void because_nobody_has_it_is_unknown() {
            assertEquals(new Result.Unknown(), cashier.pay(merchant, link, "a1", Method.CARD, Outcome.SUCCESS));
            assertEquals(List.of(), due());
        }
    }
}
