package io.quittance.http.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.merchant.EndpointTerms;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.terms.TestCa;
import io.quittance.http.terms.TlsTerms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The terms on which endpoints are met")
class KnownTermsTest {
    private static final TlsTerms OWN =
            new TlsTerms(List.of(new TestCa("CN=Inner CA").certificate()), Optional.empty());

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.at(clock);
    private final Merchant merchant = Given.merchant(store);
    private final EndpointId endpoint = EndpointId.registered(merchant.id());
    private final AtomicBoolean away = new AtomicBoolean();
    private final EndpointTerms database = new EndpointTerms() {
        @Override
        public Map<EndpointId, Integer> versions() {
            if (away.get()) {
                throw new IllegalStateException("away");
            }
            return store.endpointTerms().versions();
        }

        @Override
        public Optional<Kept> of(EndpointId which) {
            return store.endpointTerms().of(which);
        }

        @Override
        public boolean change(
                MerchantId whose, EndpointId which, int version, Bytes next, List<FieldChange> fields, Deed deed) {
            return store.endpointTerms().change(whose, which, version, next, fields, deed);
        }
    };
    private final KnownTerms here = new KnownTerms(database, clock);
    private final KnownTerms there = new KnownTerms(database, clock);

    private boolean change(KnownTerms at, TlsTerms next) {
        return at.change(merchant.id(), endpoint, at.now(endpoint), next, List.of(), Given.DEED);
    }

    @Test
    void are_the_usual_ones_until_others_are_registered() {
        assertEquals(TlsTerms.USUAL, here.apply(endpoint));

        assertTrue(change(here, OWN));

        assertEquals(OWN, here.apply(endpoint));
        assertTrue(change(here, TlsTerms.USUAL));
        assertEquals(TlsTerms.USUAL, here.apply(endpoint));
    }

    @Test
    void count_at_another_instance_within_half_a_second() {
        assertEquals(TlsTerms.USUAL, there.apply(endpoint));
        change(here, OWN);

        clock.move(Duration.ofMillis(500));

        assertEquals(OWN, there.apply(endpoint));
    }

    @Test
    void stay_what_they_are_while_the_database_is_away() {
        change(here, OWN);
        here.apply(endpoint);
        away.set(true);
        clock.move(Duration.ofMinutes(1));

        assertEquals(OWN, here.apply(endpoint));
        assertThrows(IllegalStateException.class, () -> there.apply(endpoint), "it has never known them");
    }

    @Test
    void are_not_changed_by_who_has_looked_at_others() {
        var before = here.now(endpoint);
        change(there, OWN);

        assertFalse(here.change(merchant.id(), endpoint, before, TlsTerms.USUAL, List.of(), Given.DEED));
        assertEquals(OWN, here.apply(endpoint));
    }
}
