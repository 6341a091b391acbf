package io.quittance.application.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.key.BodyKey.State;
import io.quittance.application.key.BodyKeyRing.Outcome;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The key of stored bodies")
class ChangeBodyKeysTest {
    private static final String OLD = "old0000000000000";
    private static final String YOUNG = "young00000000000";

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryBodyKeys keys = new InMemoryBodyKeys();
    private final InMemoryStoredBodies bodies = new InMemoryStoredBodies();
    private final ChangeBodyKeys change = new ChangeBodyKeys(keys, Supplier::get, clock);
    private final EncryptBodiesAgain again = new EncryptBodiesAgain(keys, bodies, Supplier::get, clock);

    @BeforeEach
    void a_database_was_made_with_one() {
        keys.keep(BodyKey.first(OLD, Given.DEED));
        keys.says("one", OLD);
        keys.says("other", OLD);
        bodies.writing = OLD;
    }

    private List<State> states() {
        return keys.all().stream().map(BodyKey::state).toList();
    }

    private Outcome add(String id) {
        return change.add(id, Given.DEED);
    }

    private Outcome retire(String id) {
        return change.retire(id, Given.DEED);
    }

    private static String why(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).why().toString();
    }

    /** Both hold the new one, and encrypt with it. */
    private void changed() {
        add(YOUNG);
        keys.says("one", OLD, YOUNG);
        keys.says("other", OLD, YOUNG);
        change.decide();
        keys.says("one", YOUNG, OLD);
        keys.says("other", YOUNG, OLD);
        bodies.writing = YOUNG;
        clock.move(EncryptBodiesAgain.LINGERING);
    }

    @Nested
    class That_is_added {
        @Test
        void waits_until_every_instance_holds_it() {
            add(YOUNG);
            assertEquals(List.of(State.WRITING, State.WAITING), states());
            keys.says("one", OLD, YOUNG);

            assertFalse(change.decide());
            assertEquals(
                    List.of("other"),
                    change.lacking(YOUNG).stream().map(BodyKeys.Reader::address).toList());
            keys.says("other", OLD, YOUNG);
            assertTrue(change.decide());

            assertEquals(List.of(State.READING, State.WRITING), states());
            assertEquals(Optional.of(clock.instant()), keys.all().getLast().writesSince());
            assertFalse(change.decide());
        }

        @Test
        void waits_for_one_that_does_not_say_what_it_holds() {
            add(YOUNG);
            keys.says("one", OLD, YOUNG);
            keys.says("other");

            assertFalse(change.decide());
        }

        @Test
        void is_added_once() {
            add(YOUNG);

            assertEquals(new Outcome.Unmoved(), add(YOUNG));
            assertEquals(new Outcome.Unmoved(), add(OLD));
            assertEquals(
                    "the key " + YOUNG + " still waits for instances that do not hold it (expected: that they get it,"
                            + " or that it is retired first)",
                    why(add("another")));
        }

        @Test
        void can_be_given_up_while_it_waits() {
            add(YOUNG);

            retire(YOUNG.substring(0, 8));

            assertEquals(List.of(State.WRITING, State.FREE), states());
        }
    }

    @Nested
    class That_is_retired {
        @Test
        void is_not_the_one_that_encrypts() {
            assertEquals(
                    "bodies are encrypted with it (expected: another key first, by 'quittance key add --body', and"
                            + " that it does not wait any more)",
                    why(retire(OLD)));
            assertEquals(
                    "it has no key 12345678 (expected: a fingerprint, or its first 8 characters or more: " + OLD + ")",
                    why(retire("12345678")));
        }

        @Test
        void is_free_when_nothing_needs_it() {
            bodies.keys.addAll(Collections.nCopies(1_200, OLD));
            changed();
            retire(OLD);

            again.run(() -> true);

            assertEquals(Collections.nCopies(1_200, YOUNG), bodies.keys);
            assertEquals(List.of(State.FREE, State.WRITING), states());
            assertEquals(1_200, keys.all().getFirst().work().done());
            assertEquals(
                    "the key " + OLD + " was encrypted with before (expected: a new one, as what was given up does"
                            + " not count again)",
                    why(add(OLD)));
        }

        @Test
        void is_looked_for_once_more_when_somebody_wants_that() {
            changed();
            retire(OLD);
            again.run(() -> true);
            bodies.keys.add(OLD);

            retire(OLD);
            again.run(() -> true);

            assertEquals(List.of(YOUNG), bodies.keys);
            assertEquals(State.FREE, states().getFirst());
        }

        @Test
        void goes_on_where_it_was() {
            bodies.keys.addAll(Collections.nCopies(1_200, OLD));
            changed();
            retire(OLD);

            again.run(() -> false);
            assertEquals("200", keys.all().getFirst().work().place());
            bodies.keys.set(0, OLD);
            again.run(() -> true);

            assertEquals(OLD, bodies.keys.getFirst(), "nobody looks at it twice");
            assertEquals(1_199, Collections.frequency(bodies.keys, YOUNG));
        }

        @Test
        void is_gone_through_again_where_bodies_changed_meanwhile() {
            bodies.keys.addAll(Collections.nCopies(700, OLD));
            bodies.changing.addAll(List.of(3, 600));
            changed();
            retire(OLD);

            again.run(() -> true);

            assertEquals(Collections.nCopies(700, YOUNG), bodies.keys);
            assertEquals(State.FREE, states().getFirst());
        }

        @Test
        void is_free_though_some_bodies_cannot_be_read() {
            bodies.keys.addAll(Collections.nCopies(3, OLD));
            bodies.unreadable.add(1);
            changed();
            retire(OLD);

            again.run(() -> true);

            assertEquals(List.of(YOUNG, OLD, YOUNG), bodies.keys);
            assertEquals(State.FREE, states().getFirst());
            assertEquals(1, keys.all().getFirst().work().aside());
            assertEquals("body 1", keys.all().getFirst().work().asideFirst());
        }

        @Test
        void is_not_begun_with_while_anybody_encrypts_with_it() {
            bodies.keys.add(OLD);
            changed();
            keys.says("other", OLD, YOUNG);
            retire(OLD);

            again.run(() -> true);
            assertEquals(List.of(OLD), bodies.keys);
            keys.says("other", YOUNG, OLD);
            again.run(() -> true);

            assertEquals(List.of(YOUNG), bodies.keys);
        }

        @Test
        void is_not_begun_with_before_what_began_with_it_has_ended() {
            bodies.keys.add(OLD);
            changed();
            clock.move(Duration.ofMillis(-1));
            retire(OLD);

            again.run(() -> true);
            assertEquals(List.of(OLD), bodies.keys);
            clock.move(Duration.ofMillis(1));
            again.run(() -> true);

            assertEquals(List.of(YOUNG), bodies.keys);
        }

        @Test
        void is_left_to_another_that_went_on_with_it() {
            bodies.keys.addAll(Collections.nCopies(1_200, OLD));
            changed();
            retire(OLD);
            BodyKey before = keys.all().getFirst();
            BodyKey.Work work = before.work().after(bodies.step(OLD, "", 200));
            assertTrue(keys.advance(before, work));

            assertFalse(keys.advance(before, work));
        }
    }
}
