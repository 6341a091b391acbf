package io.quittance.application.payout;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Store;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Payouts in memory")
class InMemoryPayoutsTest implements PayoutsContract {
    private final InMemoryStore store = InMemoryStore.at(new HandClock(Given.NOON));

    @Override
    public Store store() {
        return store;
    }
}
