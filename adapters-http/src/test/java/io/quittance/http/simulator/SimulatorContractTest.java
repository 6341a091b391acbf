package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.OperationAcquirer;
import io.quittance.application.paymentlink.LinkAcquirer;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.payout.PayoutAcquirer;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.AcquirerContract;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The simulator")
class SimulatorContractTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    private final Holder holder = Given.holder(store, Given.merchant(store));
    private final SimulatorDesk desk = new SimulatorDesk(
            store.simulatedOrders(), store.transactions(), new SecureRandom(), clock, Duration.ZERO, (_, _) -> {});

    @Nested
    class Of_captures extends Operations {
        @Override
        Sort sort() {
            return Sort.CAPTURE;
        }
    }

    @Nested
    class Of_cancels extends Operations {
        @Override
        Sort sort() {
            return Sort.CANCEL;
        }
    }

    private abstract class Operations implements AcquirerContract<Operation, OperationAcquirer.Said> {
        private final SimulatorOperationAcquirer acquirer = new SimulatorOperationAcquirer(desk);

        abstract Sort sort();

        @Override
        public Operation order() {
            return Given.operation(sort(), holder.merchant().id());
        }

        @Override
        public Operation another(Operation order) {
            Asked asked = order.asked();
            return Given.operation(
                    order.id(),
                    new Asked(asked.merchant(), asked.account(), asked.request(), new OutTradeNo("OTHER"), asked.at()),
                    Money.of("1", "EUR"),
                    false);
        }

        @Override
        public Answer<OperationAcquirer.Said> pass(Operation order) {
            return acquirer.submit(holder, order);
        }

        @Override
        public boolean knowsItsIds() {
            return acquirer.knowsItsIds();
        }

        @Override
        public boolean has(OperationAcquirer.Said said) {
            return said instanceof OperationAcquirer.Said.Has;
        }

        @Override
        public boolean hadAlready(OperationAcquirer.Said said) {
            return said instanceof OperationAcquirer.Said.HadAlready;
        }

        @Override
        public int arrived() {
            return store.simulatedOrders().size();
        }
    }

    @Nested
    class Of_payouts implements AcquirerContract<Payout, PayoutAcquirer.Said> {
        private final SimulatorPayoutAcquirer acquirer =
                new SimulatorPayoutAcquirer(desk, new SimulatedPayout(Duration.ZERO));

        @Override
        public Payout order() {
            return GivenPayouts.payout(holder.merchant().id());
        }

        @Override
        public Payout another(Payout order) {
            return Payout.requested(
                    order.id(),
                    order.merchant(),
                    order.account(),
                    order.order(),
                    Money.of("77", "PHP"),
                    order.particulars(),
                    order.notifyUrl(),
                    order.createdAt());
        }

        @Override
        public Answer<PayoutAcquirer.Said> pass(Payout order) {
            return acquirer.pay(
                    holder,
                    order,
                    new PayoutAcquirer.Asked(GivenPayouts.instruction(order, "rent"), Bytes.utf8("<pay/>")));
        }

        @Override
        public boolean knowsItsIds() {
            return acquirer.knowsItsIds();
        }

        @Override
        public boolean has(PayoutAcquirer.Said said) {
            return said instanceof PayoutAcquirer.Said.Has;
        }

        @Override
        public boolean hadAlready(PayoutAcquirer.Said said) {
            return said instanceof PayoutAcquirer.Said.HadAlready;
        }

        @Override
        public int arrived() {
            return store.simulatedOrders().size();
        }
    }

    @Nested
    class Of_links implements AcquirerContract<PaymentLink, LinkAcquirer.Said> {
        private final SimulatorLinkAcquirer acquirer =
                new SimulatorLinkAcquirer(desk, URI.create("https://pay.example/pay"), clock);

        @Override
        public PaymentLink order() {
            return Given.link(holder.merchant().id());
        }

        @Override
        public PaymentLink another(PaymentLink order) {
            Offer offer = order.offer();
            return order.renewed(
                    new Offer(
                            Money.of("7", "IDR"), offer.country(), offer.notifyUrl(), "other", Bytes.utf8("{\"x\":1}")),
                    Given.NOON,
                    Duration.ofHours(1),
                    Given.NOON);
        }

        @Override
        public Answer<LinkAcquirer.Said> pass(PaymentLink order) {
            return acquirer.create(holder, order);
        }

        @Override
        public boolean knowsItsIds() {
            return true;
        }

        @Override
        public boolean has(LinkAcquirer.Said said) {
            return said instanceof LinkAcquirer.Said.Has;
        }

        @Override
        public boolean hadAlready(LinkAcquirer.Said said) {
            return said instanceof LinkAcquirer.Said.HadAlready;
        }

        @Override
        public int arrived() {
            return store.simulatedOrders().size();
        }
    }
}
