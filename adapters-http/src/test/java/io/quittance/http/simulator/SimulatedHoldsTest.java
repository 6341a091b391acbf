package io.quittance.http.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import io.quittance.application.authorization.RelayPayment;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.authorization.PaymentWire;
import io.quittance.http.capture.OperationPage;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.outbound.Independent;
import io.quittance.http.simulator.SimulatedResults.Telling;
import io.quittance.http.simulator.SimulatorAuthorizations.Status;
import io.quittance.http.wire.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The simulator")
class SimulatedHoldsTest {
    private static final Duration DELAY = Duration.ofMillis(200);
    private static final Instant SETTLED = Given.NOON.plus(DELAY);
    private static final Money AMOUNT = Money.of("100.50", "USD");

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    private final Merchant merchant = Given.merchant(store);
    private final Holder holder = Given.holder(store, merchant);
    private final List<Instant> woken = new ArrayList<>();
    private final SimulatorDesk desk = new SimulatorDesk(
            store.simulatedOrders(), store.transactions(), new SecureRandom(), clock, DELAY, (at, _) -> woken.add(at));

    private SimulatedOrder order(String operation, String request) {
        return store.simulatedOrders().find(merchant.id(), operation, request).orElseThrow();
    }

    @Nested
    class Of_authorizations {
        private final SimulatorAuthorizations authorizations = new SimulatorAuthorizations(desk);

        private Optional<TradeToken> authorize(String order, Money amount, Status status) {
            return authorizations.authorize(holder, new OutTradeNo(order), amount, status);
        }

        private Telling telling(String order) {
            return new SimulatedAuthorization()
                    .telling(holder, order("authorize", order), clock.move(Duration.ofSeconds(1)));
        }

        @Test
        void tells_each_in_the_words_of_the_page_to_the_address_of_authorizations() {
            TradeToken token = authorize("O1", AMOUNT, Status.SUCCESS).orElseThrow();

            Telling telling = telling("O1");

            assertEquals("authResultNotifyUrl", telling.callback());
            Map<?, ?> told = Independent.json(telling.body().toArray());
            assertEquals("APPLY_SUCCESS", told.get("code"));
            assertEquals(UpstreamName.of(holder.account()).app().value(), told.get("appId"));
            assertEquals(UpstreamName.of(holder.account()).no().value(), told.get("merchantNo"));
            assertEquals("PAYMENT", told.get("notifyType"));
            Map<?, ?> data = (Map<?, ?>) told.get("data");
            assertEquals("O1", data.get("outTradeNo"));
            assertEquals(token.value(), data.get("tradeToken"));
            assertEquals("USD", data.get("currency"));
            assertEquals("SUCCESS", data.get("status"));
            assertEquals("MANUAL", data.get("captureMode"));
            assertEquals("FINAL_AUTH", data.get("authorizationType"));
            assertEquals("2026-03-01T12:00:00.323Z", data.get("completeTime"));
            assertEquals(List.of(SETTLED), woken);
        }

        @ParameterizedTest
        @CsvSource({"SUCCESS, Paid", "FAILED, Declined", "CLOSED, Shut"})
        void lets_each_end_as_it_was_told(Status status, String report) throws JsonFault, Refusal {
            authorize("O1", AMOUNT, status);

            Telling telling = telling("O1");
            RelayPayment.Told told = PaymentWire.read(
                    (Json.Obj) JsonReader.read(telling.body().toArray()),
                    telling.body(),
                    "key",
                    Optional.empty(),
                    Given.NOON);

            assertEquals(report, told.report().getClass().getSimpleName());
            assertEquals(
                    new Payment.Terms(
                            Optional.of(AMOUNT.amount().stripTrailingZeros().setScale(2)),
                            Optional.of(AMOUNT.currency()),
                            Mode.MANUAL,
                            Optional.of(new TradeToken(order("authorize", "O1").number()))),
                    told.report().terms());
        }

        @Test
        void makes_the_same_once() {
            Optional<TradeToken> first = authorize("O1", AMOUNT, Status.SUCCESS);

            assertEquals(first, authorize("O1", AMOUNT, Status.SUCCESS));
            assertEquals(Optional.empty(), authorize("O1", Money.of("1", "USD"), Status.SUCCESS));
            assertEquals(Optional.empty(), authorize("O1", AMOUNT, Status.FAILED));
            assertNotEquals(first, authorize("O2", AMOUNT, Status.SUCCESS));
            assertEquals(2, woken.size());
        }

        @Test
        void has_one_result_of_each() {
            authorize("O1", AMOUNT, Status.SUCCESS);

            assertEquals(
                    Optional.empty(), new SimulatedAuthorization().next(order("authorize", "O1"), clock.instant()));
        }
    }

    @Nested
    class Of_cancels {
        private final SimulatorOperationAcquirer acquirer = new SimulatorOperationAcquirer(desk);

        private Cancel cancel(String request, String order) {
            return Cancel.requested(
                    new CancelId("N-" + request),
                    new Asked(
                            merchant.id(),
                            Given.account(merchant.id()),
                            new RequestId(request),
                            new OutTradeNo(order),
                            Given.NOON));
        }

        private Said.Has taken(Cancel cancel) {
            return (Said.Has) assertInstanceOf(Answer.Taken.class, acquirer.submit(holder, cancel))
                    .said();
        }

        @ParameterizedTest
        @CsvSource({"O1, SUCCESS, ", "O1-CANCEL-FAILS, FAILED, ORDER_CLOSE_FAILED", "O1-cancel-fails, SUCCESS, "})
        void ends_each_by_the_number_of_its_order(String order, String status, String errorCode) {
            taken(cancel("R1", order));

            Telling telling =
                    new SimulatedOperation(OperationPage.CANCEL).telling(holder, order("cancel", "R1"), SETTLED);

            assertEquals("cancelResultNotifyUrl", telling.callback());
            Map<?, ?> told = Independent.json(telling.body().toArray());
            assertEquals("CANCEL", told.get("notifyType"));
            Map<?, ?> data = (Map<?, ?>) told.get("data");
            assertEquals("R1", data.get("requestId"));
            assertEquals(order, data.get("outTradeNo"));
            assertEquals(order("cancel", "R1").number(), data.get("cancelNo"));
            assertEquals(status, data.get("status"));
            assertEquals(errorCode, data.get("errorCode"));
        }

        @Test
        void is_asked_again_and_answers_the_number_of_the_first_time() {
            Said.Has first = taken(cancel("R1", "O1"));

            assertEquals(first, taken(cancel("R1", "O1")));
            assertInstanceOf(Report.Processing.class, first.report());
            assertTrue(acquirer.knowsItsIds());
        }

        @Test
        void answers_the_result_once_it_was_acknowledged() {
            taken(cancel("R1", "O1"));
            store.perform(
                    () -> store.simulatedOrders().told(order("cancel", "R1").acknowledged(Optional.empty())));

            assertEquals(
                    new Report.Settled(
                            new Terms(
                                    Optional.of(
                                            new UpstreamNo(order("cancel", "R1").number())),
                                    Optional.of(new OutTradeNo("O1")),
                                    Optional.empty(),
                                    Optional.empty()),
                            SETTLED),
                    taken(cancel("R1", "O1")).report());
        }

        @Test
        void does_not_take_the_same_id_for_another_order() {
            taken(cancel("R1", "O1"));

            assertEquals(
                    new Said.HadAlready(),
                    assertInstanceOf(Answer.Taken.class, acquirer.submit(holder, cancel("R1", "O2")))
                            .said());
        }
    }
}
