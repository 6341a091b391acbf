package io.quittance.domain.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.key.KeyRing.Held;
import io.quittance.domain.key.KeyRing.Outcome;
import io.quittance.domain.key.KeyRing.Outcome.Moved;
import io.quittance.domain.key.KeyRing.Outcome.Refused;
import io.quittance.domain.key.KeyRing.Outcome.Unmoved;
import io.quittance.domain.key.KeyRing.Wish;
import io.quittance.domain.key.Term.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The keys that somebody has")
class KeyRingTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));
    private static final String OLD = "aaaaaaaa".repeat(8);
    private static final String YOUNG = "aaaaaaab".repeat(8);

    private static final Held COUNTING = new Held(OLD, Term.OPEN);

    private static KeyRing ring(Held... held) {
        return new KeyRing(List.of(held));
    }

    private static String refused(Outcome outcome) {
        return assertInstanceOf(Refused.class, outcome).why().toString();
    }

    private static Term until(Instant end) {
        return new Term(Term.ALWAYS, Optional.of(end));
    }

    @Nested
    class Get_another {
        @Test
        void that_counts_from_a_time_on_beside_the_old_one() {
            Outcome outcome = ring(COUNTING).apply(new Wish.Add(YOUNG, LATER), NOW, true);

            Term becomes = new Term(LATER, Optional.empty());
            assertEquals(new Moved(YOUNG, Optional.empty(), becomes), outcome);
            assertEquals(State.WAITING, becomes.stateAt(NOW));
            assertTrue(becomes.countsAt(LATER));
        }

        @Test
        void once_however_often_that_is_said() {
            assertEquals(new Unmoved(), ring(COUNTING).apply(new Wish.Add(OLD, Term.ALWAYS), NOW, true));
            assertEquals(new Unmoved(), ring(COUNTING).apply(new Wish.Add(OLD, LATER), NOW, true));
        }

        @Test
        void sooner_or_later_than_was_said_before_while_it_waits() {
            Held waiting = new Held(YOUNG, new Term(LATER, Optional.empty()));

            assertEquals(
                    new Moved(YOUNG, Optional.of(waiting.term()), Term.OPEN),
                    ring(COUNTING, waiting).apply(new Wish.Add(YOUNG, Term.ALWAYS), NOW, true));
        }

        @Test
        void or_keep_one_that_was_to_end() {
            Held ending = new Held(OLD, until(LATER));

            assertEquals(
                    new Moved(OLD, Optional.of(ending.term()), Term.OPEN),
                    ring(ending).apply(new Wish.Add(OLD, Term.ALWAYS), NOW, true));
        }

        @Test
        void but_none_that_has_ended_before() {
            assertEquals(
                    "its key aaaaaaaaaaaaaaaa ended at 2026-11-27T12:00:00Z (expected: a new pair, as what has ended"
                            + " does not count again)",
                    refused(ring(new Held(OLD, until(NOW))).apply(new Wish.Add(OLD, Term.ALWAYS), NOW, true)));
            assertEquals(
                    "its key aaaaaaaaaaaaaaaa was revoked at 2026-11-27T12:00:00Z (expected: a new pair, as what has"
                            + " ended does not count again)",
                    refused(ring(new Held(OLD, Term.OPEN.revokedAt(NOW)))
                            .apply(new Wish.Add(OLD, Term.ALWAYS), NOW.minusSeconds(9), true)));
        }

        @Test
        void however_many_have_ended() {
            List<Held> many = IntStream.range(0, KeyRing.MOST)
                    .mapToObj(i -> new Held("key" + i, i == 0 ? Term.OPEN : until(NOW)))
                    .toList();

            assertInstanceOf(Moved.class, new KeyRing(many).apply(new Wish.Add(OLD, NOW), NOW, true));
        }

        @Test
        void but_not_more_than_are_tried_for_a_message() {
            List<Held> many = IntStream.range(0, KeyRing.MOST)
                    .mapToObj(i -> new Held("key" + i, Term.OPEN))
                    .toList();

            assertEquals(
                    "it has 8 keys already that have not ended (expected: one of them revoked first)",
                    refused(new KeyRing(many).apply(new Wish.Add(OLD, NOW), NOW, true)));
        }
    }

    @Nested
    class Let_one_end {
        private final KeyRing both = ring(COUNTING, new Held(YOUNG, new Term(NOW, Optional.empty())));

        @Test
        void when_the_overlap_is_over() {
            Outcome outcome = both.apply(new Wish.Retire("AAAAAAAAAA", LATER), NOW, true);

            assertEquals(new Moved(OLD, Optional.of(Term.OPEN), until(LATER)), outcome);
            assertTrue(until(LATER).countsAt(LATER.minusNanos(1)));
            assertEquals(State.ENDED, until(LATER).stateAt(LATER));
        }

        @Test
        void once_however_often_that_is_said() {
            KeyRing ended = ring(new Held(OLD, until(NOW)), new Held(YOUNG, Term.OPEN));

            assertEquals(new Unmoved(), ended.apply(new Wish.Retire(OLD, NOW), NOW, true));
        }

        @Test
        void at_a_time_to_come() {
            String expected =
                    " (expected: a time that is to come, after its begin; 'quittance key revoke' ends a key at"
                            + " once)";

            assertEquals(
                    "its end would be 2026-11-27T12:00:00Z" + expected,
                    refused(both.apply(new Wish.Retire(OLD, NOW), NOW, true)));
            assertEquals(
                    "its end would be 2026-11-27T12:00:00Z" + expected,
                    refused(both.apply(new Wish.Retire(YOUNG, NOW), NOW.minusSeconds(1), true)));
        }

        @Test
        void unless_it_has_ended() {
            KeyRing ended = ring(new Held(OLD, until(NOW)), new Held(YOUNG, Term.OPEN));

            assertEquals(
                    "its key aaaaaaaaaaaaaaaa ended at 2026-11-27T12:00:00Z (expected: one that has not ended)",
                    refused(ended.apply(new Wish.Retire(OLD, LATER), NOW, true)));
        }

        @Test
        void unless_no_other_counts_then() {
            String expected = " (expected: another one first, by 'quittance key add')";

            assertEquals(
                    "no other key would count from 2026-11-28T12:00:00Z on" + expected,
                    refused(ring(COUNTING).apply(new Wish.Retire(OLD, LATER), NOW, true)));
            assertEquals(
                    "no other key would count from 2026-11-28T12:00:00Z on" + expected,
                    refused(ring(COUNTING, new Held(YOUNG, new Term(LATER.plusSeconds(1), Optional.empty())))
                            .apply(new Wish.Retire(OLD, LATER), NOW, true)));
            assertEquals(
                    new Moved(OLD, Optional.of(Term.OPEN), until(LATER)),
                    ring(COUNTING).apply(new Wish.Retire(OLD, LATER), NOW, false));
        }

        @Test
        void that_is_named() {
            assertEquals(
                    "it has no key aaaa (expected: a fingerprint, or its first 8 characters or more: aaaaaaaaaaaaaaaa,"
                            + " aaaaaaabaaaaaaab)",
                    refused(both.apply(new Wish.Retire("aaaa", LATER), NOW, true)));
            assertEquals(
                    "it has no key bbbbbbbb (expected: one that it has; it has none)",
                    refused(ring().apply(new Wish.Retire("bbbbbbbb", LATER), NOW, true)));
            assertEquals(
                    "it has several keys cccccccc (expected: a fingerprint, or its first 8 characters or more:"
                            + " cccccccccc, ccccccccdd)",
                    refused(ring(new Held("cccccccccc", Term.OPEN), new Held("ccccccccdd", Term.OPEN))
                            .apply(new Wish.Revoke("cccccccc"), NOW, true)));
        }
    }

    @Nested
    class Lose_one_at_once {
        private final KeyRing both = ring(COUNTING, new Held(YOUNG, Term.OPEN));

        @Test
        void by_every_clock() {
            Term becomes = new Term(Term.ALWAYS, Optional.of(NOW), true);

            assertEquals(new Moved(OLD, Optional.of(Term.OPEN), becomes), both.apply(new Wish.Revoke(OLD), NOW, true));
            assertEquals(State.REVOKED, becomes.stateAt(NOW.minusSeconds(5)));
        }

        @Test
        void once_however_often_that_is_said() {
            KeyRing revoked = ring(new Held(OLD, Term.OPEN.revokedAt(NOW)), new Held(YOUNG, Term.OPEN));

            assertEquals(new Unmoved(), revoked.apply(new Wish.Revoke(OLD), LATER, true));
        }

        @Test
        void also_one_that_has_ended_and_then_keeps_its_end() {
            KeyRing ended = ring(new Held(OLD, until(NOW)), new Held(YOUNG, Term.OPEN));

            assertEquals(
                    new Moved(OLD, Optional.of(until(NOW)), new Term(Term.ALWAYS, Optional.of(NOW), true)),
                    ended.apply(new Wish.Revoke(OLD), LATER, true));
        }

        @Test
        void unless_no_other_counts() {
            assertEquals(
                    "no other key would count then (expected: another one first, by 'quittance key add')",
                    refused(ring(COUNTING).apply(new Wish.Revoke(OLD), NOW, true)));
        }

        @Test
        void unless_the_other_one_is_to_end() {
            KeyRing changing = ring(new Held(OLD, until(LATER)), new Held(YOUNG, Term.OPEN));

            assertEquals(
                    "no other key would count from 2026-11-28T12:00:00Z on (expected: another one first, by 'quittance"
                            + " key add')",
                    refused(changing.apply(new Wish.Revoke(YOUNG), NOW, true)));
        }
    }

    @Test
    void tell_in_words_while_each_counts() {
        assertEquals("counts", Term.OPEN.words());
        assertEquals(
                "counts from 2026-11-27T12:00:00Z until 2026-11-28T12:00:00Z",
                new Term(NOW, Optional.of(LATER)).words());
        assertEquals("revoked at 2026-11-27T12:00:00Z", Term.OPEN.revokedAt(NOW).words());
    }
}
