package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.NewAccount;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.text.Bytes;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.acquirer.Reach;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The check at the start")
class UpstreamCheckTest {
    private static final UpstreamCheck.Waits SOON = new UpstreamCheck.Waits(Duration.ofMillis(1), Duration.ofMillis(1));

    private final InMemoryStore store = InMemoryStore.at(() -> Given.NOON);
    private final Accounts accounts = store.accounts();
    private final Account account = Given.holder(store, Given.merchant(store)).account();
    private final LinkedBlockingQueue<Account> asked = new LinkedBlockingQueue<>();
    private Optional<UpstreamCheck> started = Optional.empty();

    /** Cannot be asked as long as it has something to throw; the first question finds everything out. */
    private final class Troubled implements Reach {
        private final LinkedBlockingQueue<RuntimeException> troubles;
        private volatile boolean known;

        Troubled(RuntimeException... troubles) {
            this.troubles = new LinkedBlockingQueue<>(List.of(troubles));
        }

        @Override
        public Optional<String> misplaced() {
            return Optional.empty();
        }

        @Override
        public Optional<String> failing() {
            return Optional.empty();
        }

        @Override
        public boolean known() {
            return known;
        }

        @Override
        public boolean canAsk(Account one) {
            Optional.ofNullable(troubles.poll()).ifPresent(trouble -> {
                throw trouble;
            });
            return true;
        }

        @Override
        public Optional<String> ask(Account one) {
            known = true;
            asked.add(one);
            return Optional.empty();
        }
    }

    private void start(Acquirer... acquirers) {
        UpstreamCheck check = new UpstreamCheck(new Acquirers(List.of(acquirers)), accounts, SOON);
        started = Optional.of(check);
        check.start();
    }

    @AfterEach
    void stop() {
        started.ifPresent(UpstreamCheck::close);
    }

    private Account asked() throws InterruptedException {
        return asked.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void goes_on_whatever_an_acquirer_throws() throws Exception {
        start(Acquirer.named(
                account.acquirer(),
                new Troubled(
                        new IllegalStateException("the settings of an account are broken"),
                        new StoreUnavailable("the database is away", new IllegalStateException()))));

        assertEquals(account, asked());
    }

    @Test
    void asks_each_acquirer_as_an_account_of_its_own() throws Exception {
        Account other = Given.opened(
                accounts, account.merchant(), new NewAccount(new AcquirerName("bank"), List.of(), Bytes.utf8("{}")));
        start(Acquirer.named(account.acquirer(), new Troubled()), Acquirer.named(other.acquirer(), new Troubled()));

        assertEquals(Set.of(account, other), Set.of(asked(), asked()));
    }
}
