package io.quittance.http.simulator;

import io.quittance.application.merchant.Registration;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.payout.PayoutAcquirer.Asked;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Contact;
import io.quittance.domain.payout.Conversion;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.text.Bytes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the tests of simulated payouts share: a simulator with a merchant, and what it is asked to pay. */
final class PayoutSimulation {
    static final Duration DELAY = Duration.ofMillis(200);

    final HandClock clock = new HandClock(Given.NOON);
    final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    final Merchant merchant = merchant(PayoutDialect.V2);
    final List<Instant> woken = new ArrayList<>();
    final SimulatedPayout results = new SimulatedPayout(DELAY);
    final SimulatorDesk desk = new SimulatorDesk(
            store.simulatedOrders(), store.transactions(), new SecureRandom(), clock, DELAY, (at, _) -> woken.add(at));
    final SimulatorPayoutAcquirer simulator = new SimulatorPayoutAcquirer(desk, results);

    Merchant merchant(PayoutDialect dialect) {
        Registration some = Given.registration();
        return Given.registered(
                store.merchants(),
                new Registration(some.app(), some.no(), some.notifyUrl(), dialect, some.key(), some.accounts()));
    }

    static Payout payout(Merchant of, String order, String amount) {
        return Payout.requested(
                new PayoutId(Given.unique("T")),
                of.id(),
                Given.account(of.id()),
                new OutTradeNo(order),
                Money.of(amount, "PHP"),
                Particulars.NONE,
                Optional.empty(),
                Given.NOON);
    }

    /** By the instruction alone: the words are none that PayerMax would understand. */
    Said pay(Merchant of, String order, String amount, String remark) {
        Payout payout = payout(of, order, amount);
        return said(simulator.pay(
                Given.holder(store, of), payout, new Asked(instruction(payout, remark), Bytes.utf8("<pay/>"))));
    }

    private static Instruction instruction(Payout payout, String remark) {
        Instruction least = GivenPayouts.instruction(payout, remark);
        return new Instruction(
                least.order(),
                new Conversion(payout.trade(), Optional.of(new Currency("USD")), Optional.empty()),
                least.country(),
                least.method(),
                least.payee(),
                least.payer(),
                least.user(),
                least.purpose(),
                least.remark(),
                Optional.of("mine"),
                new Contact(Optional.of("payee@example.com"), Optional.of("08123456789")),
                least.notifyUrl(),
                least.unread());
    }

    static Said said(Answer<Said> answer) {
        if (answer instanceof Answer.Taken<Said>(var _, var said)) {
            return said;
        }
        throw new AssertionError(answer.asLine());
    }

    SimulatedOrder order(Merchant of, String order) {
        return desk.find(of, SimulatedPayout.OPERATION, order).orElseThrow();
    }
}
