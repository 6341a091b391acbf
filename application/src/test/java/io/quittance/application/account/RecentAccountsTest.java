package io.quittance.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Route.When;
import io.quittance.domain.account.Routes;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Accounts as they recently were")
class RecentAccountsTest {
    private static final NewAccount ASKED =
            new NewAccount(new AcquirerName("an-acquirer"), List.of(), Bytes.utf8("{}"));

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.at(clock);
    private final RecentAccounts recent = new RecentAccounts(store.accounts(), clock);
    private final MerchantId merchant = Given.merchant(store).id();
    private final Account account = Given.opened(store.accounts(), merchant, ASKED);
    private final Route rule = new Route(When.ANY, account.id());

    private int version() {
        return recent.byId(account.id()).orElseThrow().version();
    }

    @Nested
    class Changed_by_another_process {
        @Test
        void are_as_they_were_for_less_than_half_a_second() {
            int accounts = recent.byMerchant(merchant).size();
            assertEquals(Routes.NONE, recent.routes(merchant));
            assertEquals(1, version());
            change();

            clock.move(Duration.ofMillis(499));

            assertEquals(1, version());
            assertEquals(accounts, recent.byMerchant(merchant).size());
            assertEquals(Routes.NONE, recent.routes(merchant));
        }

        @Test
        void are_as_they_are_after_half_a_second() {
            int accounts = recent.byMerchant(merchant).size();
            assertEquals(Routes.NONE, recent.routes(merchant));
            assertEquals(1, version());
            change();

            clock.move(Duration.ofMillis(500));

            assertEquals(2, version());
            assertEquals(accounts + 1, recent.byMerchant(merchant).size());
            assertEquals(new Routes(List.of(rule)), recent.routes(merchant));
        }

        private void change() {
            store.accounts().change(account.id(), 1, ASKED, List.of(), Given.DEED);
            store.accounts().add(merchant, ASKED);
            store.accounts().route(merchant, rule);
        }
    }

    @Test
    void changed_here_count_at_once() {
        assertEquals(1, version());
        assertEquals(Routes.NONE, recent.routes(merchant));
        int all = recent.all().size();

        recent.change(account.id(), 1, ASKED, List.of(), Given.DEED);
        recent.route(merchant, rule);
        recent.add(merchant, ASKED);

        assertEquals(2, version());
        assertEquals(new Routes(List.of(rule)), recent.routes(merchant));
        assertEquals(all + 1, recent.all().size());
        assertTrue(recent.unroute(merchant, When.ANY));
        assertEquals(Routes.NONE, recent.routes(merchant));
    }

    @Test
    void pass_everything_else_on() {
        assertEquals(store.accounts().settings(account.id()), recent.settings(account.id()));
        assertEquals(Optional.empty(), recent.byId(new AccountId(99)));
        assertEquals(List.of(), recent.byHandles(List.of()));
    }
}
