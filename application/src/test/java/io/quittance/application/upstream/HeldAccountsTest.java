package io.quittance.application.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.account.Holder;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.LoggedLines;
import io.quittance.domain.merchant.Merchant;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An account whose configuration upstream refuses")
class HeldAccountsTest {
    private static final Exchange EXCHANGE = Exchange.nothingSent(Duration.ZERO);
    private static final Answer<String> WRONG_KEY = new Answer.Misconfigured<>(EXCHANGE, "SIGN_VERIFY_FAILED");
    private static final Answer<String> NOT_THERE = new Answer.Misconfigured<>(EXCHANGE, "HTTP 404");
    private static final Answer<String> TAKEN = new Answer.Taken<>(EXCHANGE, "yes");

    private final HeldAccounts held = new HeldAccounts();
    private final InMemoryStore store = InMemoryStore.at(() -> Given.NOON);
    private final Merchant merchant = Given.merchant(store);
    private final Holder holder = Given.holder(store, merchant);
    private final LoggedLines logged = new LoggedLines(HeldAccounts.class);

    @AfterEach
    void stop() {
        logged.close();
    }

    private void heard(Answer<?> answer) {
        held.heard(holder, answer);
    }

    @Test
    void is_told_of_once_however_often_it_is_tried() {
        heard(WRONG_KEY);
        heard(WRONG_KEY);
        heard(WRONG_KEY);

        assertEquals(List.of(Level.SEVERE), logged.levels());
    }

    @Test
    void is_told_of_again_where_it_is_refused_for_another_reason_or_after_it_was_accepted() {
        heard(WRONG_KEY);
        heard(NOT_THERE);
        heard(TAKEN);
        heard(NOT_THERE);

        assertEquals(List.of(Level.SEVERE, Level.SEVERE, Level.INFO, Level.SEVERE), logged.levels());
    }

    @Test
    void is_named_with_the_reason_for_as_long_as_it_is_held() {
        heard(NOT_THERE);
        heard(new Answer.NotProcessed<>(EXCHANGE, "no connection"));
        assertEquals(
                List.of("app " + merchant.app() + ", account "
                        + holder.account().id() + " with simulator: HTTP 404"),
                held.reasons());

        heard(TAKEN);
        assertEquals(List.of(), held.reasons());
    }
}
