package io.quittance.application.request;

import io.quittance.application.transaction.Transactions;
import java.time.InstantSource;

/** Clears away what needs no longer be known of requests, a few at a time so that no request waits for it. */
public final class ForgetSpentRequests {
    private static final int AT_ONCE = 500;

    private final SpentRequests spent;
    private final Transactions transactions;
    private final InstantSource clock;

    public ForgetSpentRequests(SpentRequests spent, Transactions transactions, InstantSource clock) {
        this.spent = spent;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Everything whose time is over. @return how many */
    public int forget() {
        int all = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = transactions.inOne(() -> spent.forget(clock.instant(), AT_ONCE));
            all += some;
        }
        return all;
    }
}
