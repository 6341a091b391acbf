package io.quittance.bootstrap.wiring;

import io.quittance.application.account.Accounts;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.domain.account.Account;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks PayerMax at the start, and every minute until it has answered once, so that a wrong address is known before the
 * first order finds it out. It waits for the first account with keys for PayerMax, and never stops the service.
 */
final class UpstreamCheck implements AutoCloseable {
    private static final Duration SPAN = Duration.ofMinutes(1);

    /** How soon a first merchant is seen. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamCheck.class);

    private final PayerMaxProbe probe;
    private final Accounts accounts;
    private final CountDownLatch closing = new CountDownLatch(1);
    private String told = "";

    UpstreamCheck(PayerMaxProbe probe, Accounts accounts) {
        this.probe = probe;
        this.accounts = accounts;
    }

    void start() {
        Thread.ofVirtual().name("upstream check").start(this::run);
    }

    private void run() {
        Duration wait;
        try {
            do {
                Optional<Account> someone = someone();
                someone.flatMap(probe::ask).ifPresent(this::tell);
                wait = someone.isPresent() ? SPAN : LOOK;
            } while (!probe.done() && !closing.await(wait.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One account shows as well as all of them that the address is right. */
    private Optional<Account> someone() {
        try {
            return accounts.all().stream()
                    .filter(account -> account.acquirer().equals(PayerMaxAccounts.PAYERMAX))
                    .filter(probe::canAsk)
                    .findFirst();
        } catch (StoreUnavailable _) {
            return Optional.empty();
        }
    }

    private void tell(String what) {
        if (!what.equals(told)) {
            told = what;
            LOG.error(what);
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
