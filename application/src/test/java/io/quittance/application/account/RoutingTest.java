package io.quittance.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Handle;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A new order")
class RoutingTest {
    private static final AcquirerName BANK = new AcquirerName("bank");
    private static final AcquirerName AWAY = new AcquirerName("away");
    private static final Route.Order PAYOUT =
            new Route.Order(Service.PAYOUT, Optional.of(new Currency("PHP")), Optional.of(new Country("PH")));

    private final InMemoryStore store = InMemoryStore.at(() -> Given.NOON);
    private final Merchant merchant = Given.registered(store.merchants(), Given.registration(List.of(account(BANK))));
    private final Account first = store.accounts().byMerchant(merchant.id()).getFirst();
    private final Routing routing = new Routing(
            store.accounts(),
            (acquirer, service) -> !acquirer.equals(AWAY) && service != Service.RELAY,
            new AcquirerName("usual"));

    private static NewAccount account(AcquirerName acquirer) {
        return new NewAccount(acquirer, List.of(new Handle("id", Given.unique("H"))), Bytes.utf8("{}"));
    }

    private Account opened(String acquirer) {
        return Given.opened(store.accounts(), merchant.id(), account(new AcquirerName(acquirer)));
    }

    private void route(Account account, Optional<Currency> currency) {
        store.accounts()
                .route(
                        merchant.id(),
                        new Route(
                                new Route.When(Optional.of(Service.PAYOUT), currency, Optional.empty()), account.id()));
    }

    @Test
    void takes_the_only_account() {
        assertEquals(Optional.of(first), routing.pick(merchant, PAYOUT));
    }

    @Test
    void takes_the_usual_acquirers_oldest_where_no_rule_says_which() {
        Account usual = opened("usual");
        opened("usual");

        assertEquals(Optional.of(usual), routing.pick(merchant, PAYOUT));
    }

    @Test
    void takes_the_oldest_where_there_is_none_with_the_usual_acquirer() {
        opened("bank");

        assertEquals(Optional.of(first), routing.pick(merchant, PAYOUT));
    }

    @Test
    void takes_what_a_rule_names() {
        opened("usual");
        Account chosen = opened("bank");
        route(chosen, Optional.of(new Currency("PHP")));

        assertEquals(Optional.of(chosen), routing.pick(merchant, PAYOUT));
    }

    @Test
    void takes_no_other_where_a_rule_names_one_whose_acquirer_is_not_there() {
        route(opened("away"), Optional.empty());

        assertEquals(Optional.empty(), routing.pick(merchant, PAYOUT));
    }

    @Test
    void takes_none_that_does_not_serve_it() {
        assertEquals(Optional.empty(), routing.pick(merchant, Route.Order.of(Service.RELAY)));
    }

    @Test
    void takes_nobody_elses() {
        Merchant other = Given.registered(store.merchants(), Given.registration(List.of()));

        assertEquals(Optional.empty(), routing.pick(other, PAYOUT));
    }
}
