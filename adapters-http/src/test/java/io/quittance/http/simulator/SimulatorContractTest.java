package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.OperationAcquirer;
import io.quittance.application.capture.OperationAcquirerContract;
import io.quittance.application.paymentlink.LinkAcquirer;
import io.quittance.application.paymentlink.LinkAcquirerContract;
import io.quittance.application.payout.PayoutAcquirer;
import io.quittance.application.payout.PayoutAcquirerContract;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.AcquirerContract;
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

    /** Whatever kind of order it is, it lies on the same desk. */
    private abstract class AtTheDesk<O, S> implements AcquirerContract<O, S> {
        @Override
        public Holder holder() {
            return holder;
        }

        @Override
        public int arrived() {
            return store.simulatedOrders().size();
        }
    }

    private abstract class Operations extends AtTheDesk<Operation, OperationAcquirer.Said>
            implements OperationAcquirerContract {
        abstract Sort sort();

        @Override
        public OperationAcquirer acquirer() {
            return new SimulatorOperationAcquirer(desk);
        }

        @Override
        public Operation order() {
            return GivenOperations.operation(sort(), holder.merchant().id());
        }

        @Override
        public Operation another(Operation order) {
            Asked asked = order.asked();
            return GivenOperations.operation(
                    order.id(),
                    new Asked(asked.merchant(), asked.account(), asked.request(), new OutTradeNo("OTHER"), asked.at()),
                    Money.of("1", "EUR"),
                    false);
        }
    }

    @Nested
    class Of_payouts extends AtTheDesk<Payout, PayoutAcquirer.Said> implements PayoutAcquirerContract {
        @Override
        public PayoutAcquirer acquirer() {
            return new SimulatorPayoutAcquirer(desk, new SimulatedPayout(Duration.ZERO));
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
    }

    @Nested
    class Of_links extends AtTheDesk<PaymentLink, LinkAcquirer.Said> implements LinkAcquirerContract {
        @Override
        public LinkAcquirer acquirer() {
            return new SimulatorLinkAcquirer(desk, URI.create("https://pay.example/pay"), clock);
        }

        @Override
        public PaymentLink another(PaymentLink order) {
            Offer offer = order.offer();
            return LinkAcquirerContract.offering(
                    order,
                    new Offer(
                            Money.of("7", "IDR"),
                            offer.country(),
                            offer.notifyUrl(),
                            "other",
                            Bytes.utf8("{\"x\":1}")));
        }

        @Override
        public boolean knowsItsIds() {
            return true;
        }
    }
}
