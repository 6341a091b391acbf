package io.quittance.application.capture;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Operation.Sort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The twin of OrderOperations")
class InMemoryOperationsTest {
    private final Store store = InMemoryStore.at(new HandClock(Given.NOON));

    @Nested
    class Of_captures implements OrderOperationsContract {
        @Override
        public Store store() {
            return store;
        }

        @Override
        public Sort sort() {
            return Sort.CAPTURE;
        }
    }

    @Nested
    class Of_cancels implements OrderOperationsContract {
        @Override
        public Store store() {
            return store;
        }

        @Override
        public Sort sort() {
            return Sort.CANCEL;
        }
    }
}
