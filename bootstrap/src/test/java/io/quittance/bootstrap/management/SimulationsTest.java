package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.simulator.SimulatorAuthorizations;
import io.quittance.http.simulator.SimulatorDesk;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A simulated authorization")
class SimulationsTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.at(clock);
    private final Merchant demo = Given.merchant(store);
    private final SimulatorDesk desk = new SimulatorDesk(
            store.simulatedOrders(), store.transactions(), new SecureRandom(), clock, Duration.ZERO, (_, _) -> {});
    private final Simulations simulations = new Simulations(
            Optional.of(new SimulatorAuthorizations(desk)),
            Optional.of(demo.app().value()),
            store.merchants(),
            store.accounts());

    private static Simulations.Form form(String order, String amount, String currency, String status) {
        return new Simulations.Form(Optional.empty(), order, amount, currency, status);
    }

    private String trouble(Simulations.Form form) {
        return assertThrows(Trouble.class, () -> simulations.authorize(form)).getMessage();
    }

    @Test
    void is_the_demo_merchants_unless_another_is_named() {
        Merchant other = Given.merchant(store);
        simulations.authorize(form("O1", "100", "USD", "SUCCESS"));
        simulations.authorize(new Simulations.Form(Optional.of(other.app().value()), "O2", "100", "USD", "SUCCESS"));

        assertTrue(store.simulatedOrders().find(demo.id(), "authorize", "O1").isPresent());
        assertTrue(store.simulatedOrders().find(other.id(), "authorize", "O2").isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, USD, SUCCESS, out-trade-no",
        "' O', 1, USD, SUCCESS, out-trade-no",
        "O1, 0, USD, SUCCESS, amount",
        "O1, -1, USD, SUCCESS, amount",
        "O1, 1e3, USD, SUCCESS, amount",
        "O1, 1.001, USD, SUCCESS, amount",
        "O1, 1.5, JPY, SUCCESS, amount",
        "O1, 1, usd, SUCCESS, currency",
        "O1, 1, USD, PENDING, status",
        "O1, 1, USD, success, status"
    })
    void says_what_is_wrong_with_it(String order, String amount, String currency, String status, String field) {
        assertTrue(trouble(form(order, amount, currency, status)).contains(field));
    }

    @Test
    void cannot_be_another_for_the_same_order() {
        simulations.authorize(form("O1", "100", "USD", "SUCCESS"));

        assertEquals(
                "The order O1 was authorized before, in another way; choose another number.",
                trouble(form("O1", "101", "USD", "SUCCESS")));
    }

    @Test
    void needs_the_simulator() {
        Simulations payermax = new Simulations(Optional.empty(), Optional.empty(), store.merchants(), store.accounts());

        assertEquals(
                "This service settles with PayerMax, where only a payer can make authorizations; start it with"
                        + " QUITTANCE_UPSTREAM=simulator to simulate one.",
                assertThrows(Trouble.class, () -> payermax.authorize(form("O1", "1", "USD", "SUCCESS")))
                        .getMessage());
    }
}
