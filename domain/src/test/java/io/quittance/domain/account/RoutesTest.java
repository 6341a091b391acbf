package io.quittance.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.domain.account.Route.Order;
import io.quittance.domain.account.Route.When;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The routes of a merchant")
class RoutesTest {
    private static final AccountId ONE = new AccountId(1);
    private static final AccountId TWO = new AccountId(2);
    private static final AccountId THREE = new AccountId(3);
    private static final Optional<Currency> EUR = Currency.of("EUR");
    private static final Optional<Country> DE = Country.of("DE");
    private static final Order EURO_PAYOUT = new Order(Service.PAYOUT, EUR, DE);

    private static Route route(
            Optional<Service> service, Optional<Currency> currency, Optional<Country> country, AccountId account) {
        return new Route(new When(service, currency, country), account);
    }

    private static Route any(AccountId account) {
        return new Route(When.ANY, account);
    }

    @Test
    void pick_nothing_where_there_are_none() {
        assertEquals(Optional.empty(), Routes.NONE.pick(EURO_PAYOUT));
    }

    @Test
    void fall_back_on_the_default() {
        Routes routes =
                new Routes(List.of(any(ONE), route(Optional.empty(), Currency.of("USD"), Optional.empty(), TWO)));

        assertEquals(Optional.of(ONE), routes.pick(EURO_PAYOUT));
        assertEquals(Optional.of(ONE), routes.pick(Order.of(Service.CANCEL)));
    }

    @Test
    void prefer_the_service_to_currency_and_country_together() {
        Routes routes = new Routes(List.of(
                any(THREE),
                route(Optional.empty(), EUR, DE, TWO),
                route(Optional.of(Service.PAYOUT), Optional.empty(), Optional.empty(), ONE)));

        assertEquals(Optional.of(ONE), routes.pick(EURO_PAYOUT));
        assertEquals(Optional.of(TWO), routes.pick(new Order(Service.PAYMENT_LINK, EUR, DE)));
    }

    @Test
    void prefer_the_currency_to_the_country() {
        Routes routes = new Routes(List.of(
                route(Optional.empty(), Optional.empty(), DE, TWO),
                route(Optional.empty(), EUR, Optional.empty(), ONE)));

        assertEquals(Optional.of(ONE), routes.pick(EURO_PAYOUT));
    }

    @Test
    void leave_a_rule_out_whose_condition_nobody_can_judge() {
        Routes routes = new Routes(List.of(any(ONE), route(Optional.empty(), EUR, Optional.empty(), TWO)));

        assertEquals(Optional.of(ONE), routes.pick(Order.of(Service.CAPTURE)));
    }

    @Test
    void have_each_condition_once() {
        assertThrows(IllegalArgumentException.class, () -> new Routes(List.of(any(ONE), any(TWO))));
        assertEquals(new Routes(List.of(any(TWO))), new Routes(List.of(any(ONE))).with(any(TWO)));
        assertEquals(Routes.NONE, new Routes(List.of(any(ONE))).without(When.ANY));
    }

    @Nested
    @DisplayName("An account")
    class Accounts {
        private static Account account(Handle... handles) {
            return new Account(ONE, new MerchantId(7), new AcquirerName("payermax"), List.of(handles), 1);
        }

        @Test
        void is_the_same_in_whatever_order_its_handles_are_told() {
            Handle app = new Handle("app-id", "A");
            Handle no = new Handle("merchant-no", "N");

            assertEquals(account(app, no), account(no, app));
            assertEquals(Optional.of("A"), account(no, app).handle("app-id"));
            assertEquals(Optional.empty(), account(app).handle("merchant-no"));
        }

        @Test
        void has_one_handle_of_a_kind() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> account(new Handle("app-id", "A"), new Handle("app-id", "B")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "PayerMax", "payer max", "a_b", "123456789012345678901234567890123"})
        void names_no_acquirer_so(String name) {
            assertThrows(IllegalArgumentException.class, () -> new AcquirerName(name));
        }
    }

    @Test
    void are_asked_by_orders_that_name_only_what_their_service_can() {
        assertThrows(IllegalArgumentException.class, () -> new Order(Service.CANCEL, EUR, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Order(Service.RELAY, Optional.empty(), DE));
        assertThrows(IllegalArgumentException.class, () -> new Order(Service.CAPTURE, EUR, DE));
        assertEquals(Optional.empty(), Routes.NONE.pick(new Order(Service.CAPTURE, EUR, Optional.empty())));
    }
}
