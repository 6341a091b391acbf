package io.quittance.application.audit;

import io.quittance.application.journal.InMemoryJournal;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Store;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The twin of KeptJournal")
class InMemoryKeptJournalTest implements KeptJournalContract {
    private final Store store = InMemoryStore.at(new HandClock(Given.NOON));

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Chain chain() {
        return InMemoryJournal.CHAIN;
    }
}
