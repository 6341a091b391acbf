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
 * the first order finds it out. It waits for the first account with keys, and never stops the service; whatever an acquirer
 * throws is said and tried again.
 */
final class UpstreamCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamCheck.class);

    private final Acquirers acquirers;
    private final Accounts accounts;
    private final Waits waits;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * @param look how soon a first account is seen
     * @param span between two questions
     */
    record Waits(Duration look, Duration span) {
        static final Waits USUAL = new Waits(Duration.ofSeconds(5), Duration.ofMinutes(1));
    }

    UpstreamCheck(Acquirers acquirers, Accounts accounts, Waits waits) {
        this.acquirers = acquirers;
        this.accounts = accounts;
        this.waits = waits;
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
            Look look;
            do {
                look = look(acquirer);
                if (look.wrong().isPresent() && !look.wrong().get().equals(told)) {
                    told = look.wrong().get();
                    LOG.error(told);
                }
            } while (!acquirer.reach().known() && !closing.await(look.again().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was found wrong, and when to look again. */
    private record Look(Optional<String> wrong, Duration again) {}

    private Look look(Acquirer acquirer) {
        try {
            return someone(acquirer)
                    .map(account -> new Look(acquirer.reach().ask(account), waits.span()))
                    .orElse(new Look(Optional.empty(), waits.look()));
        } catch (StoreUnavailable _) {
            return new Look(Optional.empty(), waits.look());
        } catch (RuntimeException e) {
            return new Look(
                    Optional.of("Whether " + acquirer.name() + " can be reached is not known: " + e.getMessage()),
                    waits.span());
        }
    }

    /** One account shows as well as all of them that the address is right. */
    private Optional<Account> someone(Acquirer acquirer) {
        return accounts.all().stream()
                .filter(account -> account.acquirer().equals(acquirer.name()))
                .filter(acquirer.reach()::canAsk)
                .findFirst();
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
