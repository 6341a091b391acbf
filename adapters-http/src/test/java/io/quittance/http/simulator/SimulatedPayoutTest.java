package io.quittance.http.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.merchant.Registration;
import io.quittance.application.notification.Dialect;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.payout.PayoutAcquirer.Asked;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.payout.SettlePayout.Told;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
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
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.Sum;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.payout.LegacyPayoutWire;
import io.quittance.http.payout.PayoutWire;
import io.quittance.http.simulator.SimulatedResults.Telling;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A payout at the simulator")
class SimulatedPayoutTest {
    private static final Duration DELAY = Duration.ofMillis(200);

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    private final Merchant merchant = merchant(PayoutDialect.V2);
    private final List<Instant> woken = new ArrayList<>();
    private final SimulatedPayout results = new SimulatedPayout(DELAY);
    private final SimulatorDesk desk = new SimulatorDesk(
            store.simulatedOrders(), store.transactions(), new SecureRandom(), clock, DELAY, (at, _) -> woken.add(at));
    private final SimulatorPayoutAcquirer simulator = new SimulatorPayoutAcquirer(desk, results);

    private Merchant merchant(PayoutDialect dialect) {
        Registration some = Given.registration();
        return Given.registered(
                store.merchants(),
                new Registration(some.app(), some.no(), some.notifyUrl(), dialect, some.key(), some.accounts()));
    }

    private static Payout payout(Merchant of, String order, String amount) {
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
    private Said pay(Merchant of, String order, String amount, String remark) {
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

    private static Said said(Answer<Said> answer) {
        if (answer instanceof Answer.Taken<Said>(var _, var said)) {
            return said;
        }
        throw new AssertionError(answer.asLine());
    }

    private SimulatedOrder order(Merchant of, String order) {
        return desk.find(of, SimulatedPayout.OPERATION, order).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "110,x,FAILED",
        "110.00,x,FAILED",
        "11000,x,FAILED",
        "100,x,PENDING",
        "10000,x,PENDING",
        "30.50,x,SUCCESS",
        "120,x,SUCCESS",
        "110,SUCCESS,SUCCESS",
        "100,FAILED,FAILED",
        "30,BOUNCEBACK,BOUNCEBACK",
        "30,PENDING,SUCCESS"
    })
    void ends_by_its_remark_or_else_by_its_amount(String amount, String remark, Verdict verdict) {
        pay(merchant, "O1", amount, remark);

        assertEquals(verdict, order(merchant, "O1").verdict());
        assertEquals(
                verdict == Verdict.PENDING ? List.of() : List.of(Given.NOON.plus(DELAY)),
                woken,
                "told after the delay");
    }

    @Test
    void is_answered_again_with_the_number_of_the_first_time() {
        Said first = pay(merchant, "O1", "30", "x");

        assertEquals(first, pay(merchant, "O1", "30", "x"));
        assertEquals(new Said.HadAlready(), pay(merchant, "O1", "31", "x"));
        assertTrue(simulator.knowsItsIds());
    }

    @Test
    void is_pending_for_whoever_asks_until_its_result_was_acknowledged() {
        pay(merchant, "O1", "30", "BOUNCEBACK");
        Payout payout = payout(merchant, "O1", "30");
        assertEquals(
                Optional.empty(), ((Said.Has) said(simulator.query(Given.holder(store, merchant), payout))).report());

        SimulatedOrder told = order(merchant, "O1").acknowledged(Optional.of(Given.NOON));
        store.perform(() -> store.simulatedOrders().told(told));
        assertInstanceOf(
                Report.Settled.class,
                ((Said.Has) said(simulator.query(Given.holder(store, merchant), payout)))
                        .report()
                        .orElseThrow());

        store.perform(() -> store.simulatedOrders().told(told.acknowledged(Optional.empty())));
        assertInstanceOf(
                Report.Returned.class,
                ((Said.Has) said(simulator.query(Given.holder(store, merchant), payout)))
                        .report()
                        .orElseThrow());
    }

    @Test
    void is_not_there_where_nobody_asked_for_it() {
        assertEquals(
                new Said.HasNot(),
                said(simulator.query(Given.holder(store, merchant), payout(merchant, "never", "30"))));
    }

    @Nested
    class That_bounces_back {
        @Test
        void has_two_results_a_delay_apart() {
            pay(merchant, "O1", "30", "BOUNCEBACK");
            SimulatedOrder order = order(merchant, "O1");

            assertInstanceOf(Report.Settled.class, told(merchant, order).report());
            Instant next = results.next(order, clock.instant()).orElseThrow();
            assertEquals(clock.instant().plus(DELAY), next);

            SimulatedOrder second = order.acknowledged(Optional.of(next));
            assertInstanceOf(Report.Returned.class, told(merchant, second).report());
            assertEquals(Optional.empty(), results.next(second, clock.instant()));
        }
    }

    private Told told(Merchant of, SimulatedOrder order) {
        Telling telling = results.telling(Given.holder(store, of), order, clock.instant());
        try {
            Json.Obj message = (Json.Obj) JsonReader.read(telling.body().toArray());
            return telling.dialect() == Dialect.LEGACY
                    ? LegacyPayoutWire.read(message, telling.body(), "key", clock.instant())
                    : PayoutWire.Notification.read(message, telling.body(), "key", clock.instant());
        } catch (Exception e) {
            throw new AssertionError("the gateway does not understand it", e);
        }
    }

    @Test
    void is_told_in_the_merchants_dialect_with_the_same_facts() {
        Merchant legacy = merchant(PayoutDialect.LEGACY);
        pay(merchant, "O1", "30", "x");
        pay(legacy, "O1", "30", "x");
        Telling enveloped = results.telling(Given.holder(store, merchant), order(merchant, "O1"), clock.instant());
        Telling flat = results.telling(Given.holder(store, legacy), order(legacy, "O1"), clock.instant());

        assertEquals("disbursementResultNotifyUrl", enveloped.callback());
        assertEquals(Dialect.ENVELOPED, enveloped.dialect());
        assertEquals("delSuffixStart12", flat.callback());
        assertEquals(Dialect.LEGACY, flat.dialect());
        assertEquals(
                told(merchant, order(merchant, "O1")).report().said().legs(),
                told(legacy, order(legacy, "O1")).report().said().legs());
        assertEquals(
                Optional.of(Sum.of(Money.of("30", "USD"))),
                told(merchant, order(merchant, "O1"))
                        .report()
                        .said()
                        .legs()
                        .source()
                        .amount(),
                "it changes money at one to one");
        Particulars told = told(merchant, order(merchant, "O1")).report().said().particulars();
        assertEquals(
                Particulars.asked(Optional.of("mine"), Optional.of("payee@example.com"), Optional.of("08123456789")),
                Particulars.asked(told.reference(), told.notifyEmail(), told.notifyPhone()),
                "as they came");
    }

    @Nested
    class Asked_directly {
        private final SimulatorPassThrough passed = new SimulatorPassThrough(desk, results);

        private String ask(String api, String data) throws Exception {
            return passed.ask(Given.holder(store, merchant), api, (Json.Obj)
                            JsonReader.read(data.getBytes(StandardCharsets.UTF_8)))
                    .asUtf8();
        }

        @Test
        void judges_a_payees_fields_by_the_rules_of_a_request() throws Exception {
            String good = ask(
                    "paymentFieldValidation",
                    "{\"country\":\"ID\",\"payeeInfo\":{\"paymentMethodType\":\"WALLET\",\"name\":{\"firstName\":\"\"},"
                            + "\"odd\":1}}");
            assertEquals(
                    "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":{\"validationCode\":\"PASS\","
                            + "\"validationPassedFields\":[{\"field\":\"country\"},"
                            + "{\"field\":\"payeeInfo.paymentMethodType\"}],"
                            + "\"ignoredFields\":[{\"field\":\"payeeInfo.odd\"}],\"validationFailedFields\":[]}}",
                    good);

            String bad = ask("paymentFieldValidation", "{\"country\":\"id\",\"payeeInfo\":{}}");
            assertTrue(bad.contains("\"validationCode\":\"PARAMS_INVALID\""), bad);
            assertTrue(
                    bad.contains("{\"field\":\"country\",\"errorMsg\":\"The country should be two capital letters, as"
                            + " ID\"}"),
                    bad);
            assertTrue(bad.contains("{\"field\":\"payeeInfo.paymentMethodType\""), bad);
        }

        @Test
        void lists_a_merchants_own_payouts_of_a_time_page_by_page() throws Exception {
            for (int i = 0; i < 3; i++) {
                pay(merchant, "L" + i, "30", "x");
                clock.move(Duration.ofSeconds(1));
            }
            pay(merchant(PayoutDialect.V2), "theirs", "30", "x");
            String window = "\"queryBeginTime\":\"2026-03-01 12:00:00\",\"queryEndTime\":\"2026-03-01 13:00:00\"";

            String second = ask("paymentOrderBatchQry", "{" + window + ",\"pageSize\":2,\"currentPageIndex\":2}");
            assertTrue(second.contains("\"totalCount\":3,\"pageSize\":2,\"currentPageIndex\":2"), second);
            assertTrue(second.contains("\"outTradeNo\":\"L2\"") && !second.contains("\"outTradeNo\":\"L1\""), second);

            assertTrue(ask("paymentOrderQry", "{" + window + ",\"status\":\"SUCCESS\"}")
                    .contains("\"totalCount\":0"));
            assertTrue(ask("paymentOrderQry", "{" + window + ",\"country\":\"PH\"}")
                    .contains("\"totalCount\":3"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}",
                    "{\"queryBeginTime\":\"2026-03-01 12:00:00\"}",
                    "{\"queryBeginTime\":\"2026-03-01 12:00:00\",\"queryEndTime\":\"2026-03-02 12:00:01\"}",
                    "{\"queryBeginTime\":\"2026-03-01 12:00:00\",\"queryEndTime\":\"2026-03-01 11:00:00\"}",
                    "{\"queryBeginTime\":\"x\",\"queryEndTime\":\"2026-03-01 11:00:00\"}",
                    "{\"queryBeginTime\":\"2026-03-01 12:00:00\",\"queryEndTime\":\"2026-03-01"
                            + " 12:00:00\",\"pageSize\":101}"
                })
        void refuses_a_time_or_a_page_that_the_page_does_not_allow(String data) throws Exception {
            assertTrue(ask("paymentOrderBatchQry", data).startsWith("{\"code\":\"PARAMS_INVALID\""));
        }
    }
}
