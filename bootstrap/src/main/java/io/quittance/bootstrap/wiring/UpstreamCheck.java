package io.quittance.bootstrap.wiring;

import io.quittance.application.account.Accounts;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.domain.account.Account;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every acquirer at the start, and every minute until it has answered once, so that a wrong address is known before
 * the first order finds it out. It waits for the first account with keys, and never stops the service.
 */
final class UpstreamCheck implements AutoCloseable {
    private static final Duration SPAN = Duration.ofMinutes(1);

    /** How soon a first account is seen. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamCheck.class);

    private final Acquirers acquirers;
    private final Accounts accounts;
    private final CountDownLatch closing = new CountDownLatch(1);

    UpstreamCheck(Acquirers acquirers, Accounts accounts) {
        this.acquirers = acquirers;
        this.accounts = accounts;
    }

    void start() {
        acquirers.all().stream()
                .filter(one -> !one.reach().known())
                .forEach(
                        one -> Thread.ofVirtual().name("check of " + one.name()).start(() -> run(one)));
    }

    private void run(Acquirer acquirer) {
        String told = "";
        try {
            Duration wait;
            do {
                Optional<Account> someone = someone(acquirer);
                Optional<String> wrong = someone.flatMap(acquirer.reach()::ask);
                if (wrong.isPresent() && !wrong.get().equals(told)) {
                    told = wrong.get();
                    LOG.error(told);
                }
                wait = someone.isEmpty() ? LOOK : SPAN;
            } while (!acquirer.reach().known() && !closing.await(wait.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One account shows as well as all of them that the address is right. */
    private Optional<Account> someone(Acquirer acquirer) {
        try {
            return accounts.all().stream()
                    .filter(account -> account.acquirer().equals(acquirer.name()))
                    .filter(acquirer.reach()::canAsk)
                    .findFirst();
        } catch (StoreUnavailable _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
