package io.quittance.http.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quittance.application.payout.PayoutAcquirer.Asked;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.Sum;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Page;
import io.quittance.http.payout.ReadAgain;
import io.quittance.http.wire.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the merchant's words over our own to the result, without the words. */
@DisplayName("A payout request that the simulator knows by its instruction")
class SimulatedRequestTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    private final Merchant merchant = Given.merchant(store);
    private final SimulatedPayout results = new SimulatedPayout(Duration.ZERO);
    private final SimulatorDesk desk = new SimulatorDesk(
            store.simulatedOrders(), store.transactions(), new SecureRandom(), clock, Duration.ZERO, (_, _) -> {});

    /** What a success of it says, once told. */
    private Payout.Report.Settled settled(Instruction instruction) {
        var simulator = new SimulatorPayoutAcquirer(desk, results);
        Payout payout = Payout.requested(
                new PayoutId(Given.unique("T")),
                merchant.id(),
                Given.account(merchant.id()),
                instruction.order(),
                instruction.conversion().trade(),
                Particulars.NONE,
                Optional.empty(),
                Given.NOON);
        simulator.pay(Given.holder(store, merchant), payout, new Asked(instruction, Bytes.utf8("")));
        SimulatedOrder order = desk.find(
                        merchant, SimulatedPayout.OPERATION, instruction.order().value())
                .orElseThrow();
        store.perform(() -> store.simulatedOrders().told(order.acknowledged(Optional.empty())));
        if (simulator.query(Given.holder(store, merchant), payout) instanceof Answer.Taken<Said>(var _, Said.Has has)) {
            return assertInstanceOf(Payout.Report.Settled.class, has.report().orElseThrow());
        }
        throw new AssertionError("it does not have it");
    }

    @Test
    void is_the_pages_own_example() throws Refusal {
        String page = Page.example("payout/request.json").replace("\"amount\": \"100\"", "\"amount\": \"30\"");

        var said = settled(ReadAgain.taken(page)).said();

        Legs legs = said.legs();
        assertEquals(Optional.of(Sum.of(Money.of("30", "IDR"))), legs.trade().amount());
        assertEquals(Optional.of(Sum.of(Money.of("30", "USD"))), legs.source().amount());
        assertEquals(
                Optional.of(Sum.of(Money.of("30", "IDR"))), legs.destination().amount());
        assertEquals(Optional.of("this is reference"), said.particulars().reference());
        assertEquals(Optional.of("example@gmail.com"), said.particulars().notifyEmail());
    }

    /** It was taken, so its result must be told. */
    @ParameterizedTest
    @ValueSource(strings = {"sourceAccount", "destinationCurrency"})
    void succeeds_also_where_no_such_currency_is_known(String field) throws Refusal {
        Legs legs = settled(ReadAgain.taken(ReadAgain.least(",\"" + field + "\":\"CNH\"", "")))
                .said()
                .legs();

        Optional<Sum> trade = Optional.of(Sum.of(Money.of("30.50", "PHP")));
        assertEquals(trade, legs.source().amount());
        assertEquals(trade, legs.destination().amount());
    }
}
