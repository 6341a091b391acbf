package io.quittance.http.simulator;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static io.quittance.http.simulator.Simulation.ACKNOWLEDGED;
import static io.quittance.http.simulator.Simulation.number;
import static io.quittance.http.simulator.Simulation.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.merchant.Registration;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.store.Eventually;
import io.quittance.application.store.Given;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.LoopbackServer.Received;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The simulator's result")
@Timeout(60)
class SimulatorNotifierTest {
    private final Simulation simulation = new Simulation();

    @AfterEach
    void close() {
        simulation.close();
    }

    @Nested
    class Is_told {
        @Test
        void to_the_merchants_own_callback_in_the_words_of_the_page() throws Exception {
            try (var server = replying(_ -> ACKNOWLEDGED);
                    var notifier = simulation.notifier(server.url("/"))) {
                SimulatedOrder order = simulation.add(Verdict.SUCCESS, Optional.empty());
                notifier.start();

                Received told = server.next();
                assertEquals("POST /captureResultNotifyUrl/" + simulation.merchant.app() + " HTTP/1.1", told.line());
                assertTrue(Independent.verifies(Simulation.SIMULATOR.getPublic(), told));
                assertEquals(
                        envelope("APPLY_SUCCESS", "Success.", data(order, "SUCCESS", "2026-03-01T12:00:00 +0000")),
                        Independent.json(told.body()));
                Eventually.become("told", () -> simulation.now(order).dueAt().isEmpty());
                assertEquals(1, simulation.now(order).told());
            }
        }

        @Test
        void with_its_reason_if_it_failed() throws Exception {
            try (var server = replying(_ -> ACKNOWLEDGED);
                    var notifier = simulation.notifier(server.url(""))) {
                SimulatedOrder order =
                        simulation.add(Verdict.FAILED, Optional.of(new Failure("PAYMENT_FAILED", "No.")));
                notifier.start();

                Map<String, Object> data = data(order, "FAILED", null);
                data.put("failedTime", "2026-03-01T12:00:00 +0000");
                data.put("errorCode", "PAYMENT_FAILED");
                data.put("errorMsg", "No.");
                assertEquals(
                        envelope("PAYMENT_FAILED", "No.", data),
                        Independent.json(server.next().body()));
            }
        }

        @Test
        void under_an_app_id_that_a_path_cannot_hold_as_it_is() throws Exception {
            Registration odd = Given.registration();
            Given.registered(
                    simulation.store.merchants(),
                    new Registration(
                            new AppId("a/ü ?"),
                            odd.no(),
                            odd.notifyUrl(),
                            odd.payoutDialect(),
                            odd.key(),
                            odd.accounts()));
            MerchantId id = simulation
                    .store
                    .merchants()
                    .byApp(new AppId("a/ü ?"))
                    .orElseThrow()
                    .id();
            try (var server = replying(_ -> ACKNOWLEDGED);
                    var notifier = simulation.notifier(server.url(""))) {
                simulation.add(order(id, "R1", Verdict.SUCCESS, Optional.empty(), Given.NOON));
                notifier.start();

                assertEquals(
                        "POST /captureResultNotifyUrl/a%2F%C3%BC%20%3F HTTP/1.1",
                        server.next().line());
            }
        }

        @Test
        void again_after_growing_waits_until_it_is_acknowledged() throws Exception {
            var acknowledging = new AtomicBoolean();
            try (var server = replying(_ -> acknowledging.get() ? ACKNOWLEDGED : http("503 Busy", "", ""));
                    var notifier = simulation.notifier(server.url(""))) {
                SimulatedOrder order = simulation.add(Verdict.SUCCESS, Optional.empty());
                notifier.start();
                List<Integer> waits = List.of(1, 2, 5, 10, 30, 30, 30);
                for (int i = 0; i < waits.size(); i++) {
                    server.next();
                    int made = i + 1;
                    Eventually.become("kept", () -> simulation.now(order).attempts() == made);
                    assertEquals(
                            Optional.of(simulation.clock.instant().plusSeconds(waits.get(i))),
                            simulation.now(order).dueAt());
                    acknowledging.set(made == waits.size());
                    simulation.clock.move(Duration.ofSeconds(waits.get(i)));
                    simulation.wake(order);
                }

                Eventually.become("told", () -> simulation.now(order).dueAt().isEmpty());
                assertEquals(waits.size() + 1, server.received().size());
            }
        }

        @Test
        void by_the_next_life_if_this_one_ended_before() throws Exception {
            SimulatedOrder order = simulation.add(Verdict.SUCCESS, Optional.empty());
            try (var deaf = replying(_ -> http("500 Down", "", ""));
                    var first = simulation.notifier(deaf.url(""))) {
                first.start();
                deaf.next();
            }
            simulation.clock.move(Duration.ofSeconds(1));
            try (var server = replying(_ -> ACKNOWLEDGED);
                    var second = simulation.notifier(server.url(""))) {
                second.start();

                assertEquals(order.number(), number(server.next()));
            }
        }

        @Test
        void even_if_the_database_was_away_for_a_moment() throws Exception {
            var failing = new AtomicBoolean(true);
            var moody = new LookedAt(simulation.store.simulatedOrders(), orders -> {
                if (failing.getAndSet(false)) {
                    throw new IllegalStateException("the database is away");
                }
                return orders;
            });
            try (var server = replying(_ -> ACKNOWLEDGED);
                    var notifier = simulation.notifier(moody, server.url(""), simulation.clock)) {
                SimulatedOrder order = simulation.add(Verdict.SUCCESS, Optional.empty());
                notifier.start();

                assertEquals(order.number(), number(server.next()));
                assertFalse(failing.get());
            }
        }
    }

    private Map<String, Object> envelope(String code, String msg, Map<String, Object> data) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("code", code);
        envelope.put("msg", msg);
        envelope.put("keyVersion", "1");
        envelope.put(
                "appId",
                UpstreamName.of(Given.holder(simulation.store, simulation.merchant)
                                .account())
                        .app()
                        .value());
        envelope.put(
                "merchantNo",
                UpstreamName.of(Given.holder(simulation.store, simulation.merchant)
                                .account())
                        .no()
                        .value());
        envelope.put("notifyTime", "2026-03-01T12:00:00.123Z");
        envelope.put("notifyType", "CAPTURE");
        envelope.put("data", data);
        return envelope;
    }

    private static Map<String, Object> data(SimulatedOrder order, String status, String succeededTime) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("captureNo", order.number());
        data.put("requestId", "R1");
        data.put("outTradeNo", "ORDER-1");
        data.put("amount", "100.50");
        data.put("currency", "USD");
        data.put("status", status);
        data.put("isFinal", "true");
        data.put("createdTime", "2026-03-01T11:59:58 +0000");
        data.put("succeededTime", succeededTime);
        data.put("failedTime", null);
        data.put("errorCode", null);
        data.put("errorMsg", null);
        return data;
    }
}
