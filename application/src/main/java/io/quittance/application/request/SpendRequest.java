package io.quittance.application.request;

import io.quittance.application.transaction.Transactions;
import io.quittance.domain.text.Bytes;
import java.time.InstantSource;

/** Takes the bytes of a request for an API that has no unit of work of its own, as it changes nothing. */
public final class SpendRequest {
    private final SpentRequests spent;
    private final Transactions transactions;
    private final InstantSource clock;

    public SpendRequest(SpentRequests spent, Transactions transactions, InstantSource clock) {
        this.spent = spent;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws SpentElsewhere if they were used for another API */
    public void spend(Bytes raw, String api) {
        Spending spending = Spending.of(raw, api, clock.instant());
        if (!transactions.inOne(() -> spent.spend(spending))) {
            throw new SpentElsewhere();
        }
    }
}
