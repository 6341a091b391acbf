package io.quittance.application.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Journal} promises. */
public interface JournalContract {
    Store store();

    private ObjectRef order() {
        return ObjectRef.of(GivenOperations.kept(store()).id());
    }

    private int append(ObjectRef about, JournalEntry... entries) {
        return store().answer(() -> store().journal().append(about, List.of(entries)));
    }

    private boolean repeated(ObjectRef about, Fingerprint message) {
        return store().answer(() -> store().journal().repeated(about, message));
    }

    private List<Row> story(ObjectRef about) {
        return store().journal().story(about);
    }

    @Test
    default void counts_the_entries_of_an_order_from_one_and_answers_where_the_first_stands() {
        ObjectRef about = order();

        assertEquals(1, append(about, Given.note("one"), Given.note("two")));
        assertEquals(3, append(about, Given.note("three")));

        assertEquals(
                List.of(
                        new Row(1, Given.note("one"), 0),
                        new Row(2, Given.note("two"), 0),
                        new Row(3, Given.note("three"), 0)),
                story(about));
    }

    @Test
    default void counts_each_order_for_itself() {
        ObjectRef one = order();
        ObjectRef other = order();

        append(one, Given.note("one"));

        assertEquals(1, append(other, Given.note("other")));
        assertEquals(2, append(one, Given.note("one again")));
        assertEquals(List.of(new Row(1, Given.note("other"), 0)), story(other));
    }

    @Test
    default void goes_on_counting_within_one_transaction() {
        ObjectRef about = order();

        int second = store().answer(() -> {
            store().journal().append(about, List.of(Given.note("one")));
            return store().journal().append(about, List.of(Given.note("two")));
        });

        assertEquals(2, second);
    }

    @Test
    default void keeps_every_kind_of_entry_whole() {
        ObjectRef about = order();
        byte[] allBytes = new byte[256];
        IntStream.range(0, 256).forEach(i -> allBytes[i] = (byte) i);
        byte[] largest = new byte[64 * 1024];
        Arrays.fill(largest, (byte) '}');
        List<JournalEntry> entries = new ArrayList<>(Arrays.stream(Kind.values())
                .map(kind -> JournalEntry.noted(kind, Given.NOON.plusMillis(kind.ordinal()), "as a " + kind))
                .toList());
        entries.add(Given.note("any bytes").with(Bytes.of(allBytes)));
        entries.add(Given.note("no bytes").with(Bytes.of(new byte[0])));
        entries.add(Given.note("64 KiB").with(Bytes.of(largest)));
        entries.add(Given.note("\uD83D\uDCDD".repeat(JournalEntry.MAX_NOTE)));
        entries.add(Given.note("").with(Given.fingerprint()));
        entries.add(JournalEntry.message(Kind.RECEIVED, Given.NOON, "a message", Given.message(Given.unique("{}"))));
        entries.add(Given.note("by a person").by("\uD83D\uDC69".repeat(JournalEntry.MAX_WHO)));
        entries.add(Given.note("in time").timed(Optional.of(200), Duration.ofMillis(7)));
        entries.add(Given.note("in no time").timed(Optional.empty(), Duration.ZERO));
        entries.add(Given.note("too long").timed(Optional.of(599), Duration.ofMillis(123_456_789)));

        append(about, entries.toArray(JournalEntry[]::new));

        assertEquals(entries, story(about).stream().map(Row::entry).toList());
    }

    @Test
    default void has_no_story_of_an_order_that_nobody_made() {
        assertEquals(List.of(), story(ObjectRef.of(new CaptureId(Given.unique("C")))));
    }

    @Test
    default void refuses_an_entry_about_an_order_that_nobody_made() {
        ObjectRef nobodys = ObjectRef.of(new CaptureId(Given.unique("C")));

        assertThrows(IllegalStateException.class, () -> append(nobodys, Given.note("lost")));

        assertEquals(List.of(), story(nobodys));
    }

    @Test
    default void has_each_fingerprint_once_for_an_order() {
        ObjectRef about = order();
        Fingerprint same = Given.fingerprint();
        append(about, Given.note("first").with(same));

        assertThrows(
                IllegalStateException.class,
                () -> append(about, Given.note("second").with(same)));

        assertEquals(List.of(new Row(1, Given.note("first").with(same), 0)), story(about));
        assertEquals(2, append(about, Given.note("no gap")));
    }

    @Test
    default void keeps_nothing_of_entries_that_share_a_fingerprint() {
        ObjectRef about = order();
        Fingerprint same = Given.fingerprint();

        assertThrows(
                IllegalStateException.class,
                () -> append(
                        about,
                        Given.note("first").with(same),
                        Given.note("second").with(same)));

        assertEquals(List.of(), story(about));
    }

    @Test
    default void allows_the_same_fingerprint_to_different_orders() {
        Fingerprint same = Given.fingerprint();
        ObjectRef one = order();
        ObjectRef other = order();

        append(one, Given.note("one").with(same));
        append(other, Given.note("other").with(same));

        assertEquals(1, story(one).size());
        assertEquals(1, story(other).size());
    }

    @Test
    default void allows_any_number_of_entries_without_a_fingerprint() {
        ObjectRef about = order();

        append(about, Given.note("same"), Given.note("same"));

        assertEquals(2, story(about).size());
    }

    @Test
    default void counts_repeats_beside_the_entry() {
        ObjectRef about = order();
        Fingerprint message = Given.fingerprint();
        append(about, Given.note("before"), Given.note("told").with(message), Given.note("behind"));

        assertTrue(repeated(about, message));
        assertTrue(repeated(about, message));

        assertEquals(List.of(0, 2, 0), story(about).stream().map(Row::repeats).toList());
    }

    @Test
    default void says_when_a_message_never_came_before() {
        ObjectRef about = order();
        Fingerprint others = Given.fingerprint();
        append(order(), Given.note("told of another order").with(others));
        append(about, Given.note("told").with(Given.fingerprint()));

        assertFalse(repeated(about, others));
        assertFalse(repeated(ObjectRef.of(new CaptureId(Given.unique("C"))), others));

        assertEquals(List.of(0), story(about).stream().map(Row::repeats).toList());
    }

    @Test
    default void leaves_no_gap_where_a_transaction_was_undone() {
        ObjectRef about = order();
        Fingerprint message = Given.fingerprint();
        append(about, Given.note("kept").with(message));

        assertThrows(
                IllegalArgumentException.class,
                () -> store().perform(() -> {
                    store().journal().append(about, List.of(Given.note("undone")));
                    store().journal().repeated(about, message);
                    throw new IllegalArgumentException("undo it");
                }));

        assertEquals(2, append(about, Given.note("next")));
        assertEquals(
                List.of(new Row(1, Given.note("kept").with(message), 0), new Row(2, Given.note("next"), 0)),
                story(about));
    }

    @Test
    default void gives_each_of_many_who_write_at_once_a_place_of_its_own() {
        ObjectRef about = order();

        List<Integer> places = AtOnce.all(
                IntStream.range(0, 8).boxed().toList(), i -> append(about, Given.note("a " + i), Given.note("b " + i)));

        assertEquals(
                List.of(1, 3, 5, 7, 9, 11, 13, 15), places.stream().sorted().toList());
        List<Row> story = story(about);
        assertEquals(
                IntStream.rangeClosed(1, 16).boxed().toList(),
                story.stream().map(Row::sequence).toList());
        for (int i = 0; i < places.size(); i++) {
            assertEquals(Given.note("a " + i), story.get(places.get(i) - 1).entry());
            assertEquals(Given.note("b " + i), story.get(places.get(i)).entry());
        }
    }
}
