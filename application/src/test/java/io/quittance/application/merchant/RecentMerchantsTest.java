package io.quittance.application.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Merchants as they recently were")
class RecentMerchantsTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.at(clock);
    private final RecentMerchants recent = new RecentMerchants(store.merchants(), clock);
    private final Merchant merchant = Given.merchant(store);

    private boolean enabledByApp() {
        return recent.byApp(merchant.app()).orElseThrow().enabled();
    }

    private boolean enabledById() {
        return recent.byId(merchant.id()).orElseThrow().enabled();
    }

    @Nested
    class Changed_by_another_process {
        @Test
        void are_as_they_were_for_less_than_half_a_second() {
            assertTrue(enabledByApp() && enabledById());
            Given.enable(store, merchant.app(), false);

            clock.move(Duration.ofMillis(499));

            assertTrue(enabledByApp(), "no look-up yet");
            assertTrue(enabledById(), "no look-up yet");
        }

        @Test
        void are_as_they_are_after_half_a_second() {
            assertTrue(enabledByApp() && enabledById());
            Given.enable(store, merchant.app(), false);

            clock.move(Duration.ofMillis(500));

            assertFalse(enabledByApp());
            assertFalse(enabledById());
        }

        @Test
        void are_asked_for_anew_when_the_clock_was_set_back() {
            assertTrue(enabledByApp());
            Given.enable(store, merchant.app(), false);

            clock.move(Duration.ofHours(-1));

            assertFalse(enabledByApp());
        }
    }

    @Nested
    class Changed_here {
        @Test
        void are_disabled_at_once() {
            assertTrue(enabledByApp() && enabledById());

            recent.change(merchant.app(), MerchantChange.enabled(false), Given.DEED);

            assertFalse(enabledByApp());
            assertFalse(enabledById());
        }

        @Test
        void are_removed_at_once() {
            assertTrue(enabledByApp() && enabledById());

            assertTrue(recent.remove(merchant.app(), Given.DEED));

            assertEquals(Optional.empty(), recent.byApp(merchant.app()));
            assertTrue(recent.byId(merchant.id()).orElseThrow().removedAt().isPresent());
            assertFalse(recent.all().contains(merchant));
        }

        @Test
        void are_told_elsewhere_at_once() {
            URI elsewhere = URI.create("https://elsewhere.example/");
            assertTrue(enabledById());

            recent.change(merchant.app(), MerchantChange.to(elsewhere), Given.DEED);

            assertEquals(elsewhere, recent.byId(merchant.id()).orElseThrow().notifyUrl());
        }
    }

    @Nested
    class Who_were_strangers {
        private final Registration asked = Given.registration();

        @Test
        void are_known_the_moment_they_are_registered_here() {
            assertEquals(Optional.empty(), recent.byApp(asked.app()));

            Merchant registered = Given.registered(recent, asked);

            assertEquals(Optional.of(registered), recent.byApp(asked.app()));
            assertEquals(Optional.of(registered), recent.byId(registered.id()));
        }

        @Test
        void are_known_half_a_second_after_another_process_registered_them() {
            assertEquals(Optional.empty(), recent.byApp(asked.app()));
            Merchant registered = Given.registered(store.merchants(), asked);

            clock.move(Duration.ofMillis(499));
            assertEquals(Optional.empty(), recent.byApp(asked.app()), "no look-up yet");
            clock.move(Duration.ofMillis(1));
            assertEquals(Optional.of(registered), recent.byApp(asked.app()));
        }

        @Test
        void are_looked_up_once_in_half_a_second_and_so_are_as_many_as_are_remembered() {
            AtomicInteger lookups = new AtomicInteger();
            Merchants counted = new CountedLookups(store.merchants(), lookups);
            RecentMerchants memory = new RecentMerchants(counted, clock);

            for (int times = 0; times < 3; times++) {
                for (int one = 0; one < RecentMerchants.STRANGERS; one++) {
                    assertEquals(Optional.empty(), memory.byApp(new AppId("stranger-" + one)));
                }
            }
            assertEquals(RecentMerchants.STRANGERS, lookups.get());

            assertEquals(Optional.empty(), memory.byApp(new AppId("one-more")));
            assertEquals(Optional.empty(), memory.byApp(new AppId("stranger-1")), "still remembered");
            assertEquals(RecentMerchants.STRANGERS + 1, lookups.get());
            assertEquals(Optional.empty(), memory.byApp(new AppId("stranger-0")), "the eldest is forgotten");
            assertEquals(RecentMerchants.STRANGERS + 2, lookups.get());
        }
    }

    @Test
    void are_all_as_they_were_for_less_than_half_a_second() {
        assertTrue(recent.all().contains(merchant));
        Merchant other = Given.merchant(store);

        clock.move(Duration.ofMillis(499));
        assertFalse(recent.all().contains(other), "no look-up yet");
        clock.move(Duration.ofMillis(1));
        assertTrue(recent.all().contains(other));
    }

    @Test
    void know_one_that_is_registered_here_among_all_at_once() {
        assertTrue(recent.all().contains(merchant));

        Merchant other = Given.registered(recent, Given.registration());

        assertTrue(recent.all().contains(other));
    }

    @Test
    void pass_everything_else_on() {
        assertEquals(store.merchants().all(), recent.all());
        assertEquals(Optional.empty(), recent.byId(new MerchantId(99)));
        assertEquals(Optional.empty(), recent.change(new AppId("nobody"), MerchantChange.enabled(true), Given.DEED));
        assertEquals(store.merchants().changes(merchant.id(), 9), recent.changes(merchant.id(), 9));
    }
}
