package io.quittance.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.merchant.Registration;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What is kept, in a JVM whose clocks change,")
class ExactnessTest {
    /** An hour that New York has twice, one that it never has, and times around them. */
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2026-11-01T05:30:00.001Z"),
            Instant.parse("2026-11-01T06:30:00.999Z"),
            Instant.parse("2026-03-08T02:30:00.123Z"),
            Instant.parse("2026-03-08T07:00:00Z"),
            Instant.parse("2026-07-01T23:59:59.999Z"),
            Instant.parse("2026-11-26T03:00:00.123456Z"),
            Instant.parse("2038-01-19T03:14:08.500Z"));

    /** Each test opens a database of its own, as drivers look at the JVM's time zone when they connect. */
    interface Kept {
        DatabaseSettings settings();

        @Test
        default void is_a_time_to_the_microsecond_in_every_table() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                for (Instant time : TIMES) {
                    keepsTime(store, time);
                }
                assertEquals(
                        TIMES.stream()
                                .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDateTime())
                                .toList(),
                        store.database()
                                .sql()
                                .list(
                                        "read times",
                                        "select cast(ended_at as char(30)) as text from capture order by request_id",
                                        cells -> LocalDateTime.parse(
                                                cells.text("text").replace(' ', 'T'))),
                        "as a person would read it in UTC");
            }
        }

        private static void keepsTime(JdbcStore store, Instant time) {
            MerchantId merchant = keyFrom(store, time);
            Capture capture = GivenOperations.kept(
                    store, GivenOperations.capture(merchant, Given.unique("C"), String.valueOf(TIMES.indexOf(time))));
            Capture ended = new Capture(
                    capture.id(), capture.asked(), capture.amount(), true, Optional.empty(), new State.Succeeded(time));
            store.perform(() -> store.operations().replace(ended));
            assertEquals(Optional.of(ended), store.operations().find(capture.id()));
        }

        /** Goes through Micronaut Data, which has an idea of time zones of its own. */
        private static MerchantId keyFrom(JdbcStore store, Instant time) {
            Registration some = Given.registration();
            MerchantKey key = new MerchantKey("k", Given.key().key(), new Term(time, Optional.of(time.plusMillis(1))));
            Merchant merchant = Given.registered(
                    store.merchants(),
                    new Registration(
                            some.app(), some.no(), some.notifyUrl(), some.payoutDialect(), key, some.accounts()));
            assertEquals(
                    List.of(key),
                    store.merchants().byApp(some.app()).orElseThrow().keys());
            return merchant.id();
        }

        @Test
        default void is_the_databases_clock_in_utc() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                Instant told = store.database()
                        .sql()
                        .first("ask the time", "select localtimestamp(6) as now", cells -> cells.instant("now"))
                        .orElseThrow();

                assertTrue(Duration.between(told, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0);
            }
        }

        @Test
        default void is_an_amount_to_its_last_decimal() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                MerchantId merchant = Given.merchant(store).id();
                BigDecimal most = new BigDecimal("9".repeat(30) + "." + "9".repeat(8));
                for (String amount : List.of("0", "0.00000001", "0.1", "100.50", most.toPlainString())) {
                    Capture capture = Capture.requested(
                            new CaptureId(Given.unique("C")),
                            new Asked(
                                    merchant,
                                    Given.account(merchant),
                                    new RequestId(Given.unique("R")),
                                    new OutTradeNo("ORDER-1"),
                                    Given.NOON),
                            Money.of(amount, "USD"),
                            true);
                    GivenOperations.kept(store, capture);

                    assertEquals(Optional.of(capture), store.operations().find(capture.id()));
                }
            }
        }

        @Test
        default void is_an_identifier_to_the_letter_and_the_blank() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                MerchantId merchant = Given.merchant(store).id();
                List<SimulatedOrder> orders = List.of("a", "A", "a ", "a\u0000", "\u00E4", "a\u0308").stream()
                        .map(request -> order(merchant, request))
                        .toList();

                orders.forEach(order ->
                        assertEquals(Optional.empty(), store.simulatedOrders().add(order)));

                orders.forEach(order -> assertEquals(
                        Optional.of(order),
                        store.simulatedOrders().find(merchant, order.operation(), order.request())));
            }
        }

        private static SimulatedOrder order(MerchantId merchant, String request) {
            return new SimulatedOrder(
                    Given.unique("S"),
                    merchant,
                    Given.account(merchant),
                    "capture",
                    request,
                    Bytes.utf8("{}"),
                    Given.NOON,
                    SimulatedOrder.Verdict.SUCCESS,
                    Optional.empty(),
                    Given.NOON,
                    Optional.empty(),
                    0,
                    0);
        }
    }

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void go_to_new_york() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    }

    @AfterEach
    void come_back() {
        TimeZone.setDefault(before);
    }

    @Nested
    class On_H2 implements Kept {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.h2InMemory();
        }
    }

    @Nested
    class On_MariaDb implements Kept {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    /** Whose version the driver takes for 5.5.5: it would send no fraction of a second there. */
    @Nested
    @NeedsOldestMariaDb
    class On_the_oldest_MariaDb implements Kept {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.oldestMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Kept {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
