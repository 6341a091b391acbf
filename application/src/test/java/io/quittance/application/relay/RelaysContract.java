package io.quittance.application.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Relays} promises. */
public interface RelaysContract {
    Store store();

    private Relay relay() {
        MerchantId merchant = Given.merchant(store()).id();
        return new Relay(
                new RelayId(Given.unique("L")),
                merchant,
                Given.account(merchant),
                new ApiName("a".repeat(ApiName.MAX_CHARACTERS)),
                Optional.of(URI.create("https://merchant.example/told?of=it")),
                Given.NOON);
    }

    private void add(Relay relay) {
        store().perform(() -> store().relays().add(relay));
    }

    @Test
    default void keeps_a_new_one_and_finds_it() {
        Relay relay = relay();

        add(relay);

        assertEquals(Optional.of(relay), store().relays().find(relay.id()));
        assertEquals(Optional.empty(), store().relays().find(new RelayId("unheard of")));
    }

    @Test
    default void never_keeps_two_under_one_number() {
        Relay relay = relay();
        add(relay);

        assertThrows(IllegalStateException.class, () -> add(relay));
    }

    @Test
    default void has_a_story_of_its_own() {
        Relay relay = relay();
        add(relay);
        ObjectRef about = ObjectRef.of(relay.id());

        store().perform(() -> store().journal().append(about, List.of(Given.note("one"), Given.note("two"))));
        store().perform(() -> store().journal().append(about, List.of(Given.note("three"))));

        assertEquals(
                List.of("one", "two", "three"),
                store().journal().story(about).stream()
                        .map(Row::entry)
                        .map(entry -> entry.note())
                        .toList());
    }
}
