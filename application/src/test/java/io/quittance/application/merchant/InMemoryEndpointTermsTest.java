package io.quittance.application.merchant;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Store;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The twin of EndpointTerms")
class InMemoryEndpointTermsTest implements EndpointTermsContract {
    private final Store store = InMemoryStore.at(new HandClock(Given.NOON));

    @Override
    public Store store() {
        return store;
    }
}
