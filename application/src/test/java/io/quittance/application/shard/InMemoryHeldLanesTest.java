package io.quittance.application.shard;

import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The twin of HeldLanes")
class InMemoryHeldLanesTest implements HeldLanesContract {
    private final Store store = InMemoryStore.at(InstantSource.system());

    @Override
    public Store store() {
        return store;
    }
}
