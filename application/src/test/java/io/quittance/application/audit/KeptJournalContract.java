package io.quittance.application.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.audit.KeptJournal.Head;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.KeptJournal.Place;
import io.quittance.application.audit.KeptJournal.Row;
import io.quittance.application.audit.KeptJournal.Whole;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link KeptJournal} promises, and that what a journal writes is sealed. */
public interface KeptJournalContract {
    Store store();

    /** What its journal seals with. */
    Chain chain();

    private ObjectRef order(JournalEntry... entries) {
        ObjectRef about = ObjectRef.of(GivenOperations.kept(store()).id());
        store().perform(() -> store().journal().append(about, List.of(entries)));
        return about;
    }

    private VerifyJournal verifying() {
        return new JournalVerifying(store().keptJournal(), chain());
    }

    @Test
    default void reads_an_order_with_its_rows_and_their_seals() {
        JournalEntry full = JournalEntry.message(
                        JournalEntry.Kind.RECEIVED, Given.NOON.plusNanos(123_456_789), "told", Given.message("{}"))
                .timed(Optional.of(200), Duration.ofMillis(7))
                .by("\uD83D\uDC69 Ada");
        ObjectRef about = order(Given.note("one"), full);
        store().perform(() -> store().journal().append(about, List.of(Given.note("three"))));

        Whole whole = store().keptJournal().whole(about);

        Seal first = chain().row(about, Optional.empty(), Told.of(1, Given.note("one")));
        Seal second = chain().row(about, Optional.of(chain().head(about, 1, first)), Told.of(2, full));
        Seal third = chain().row(about, Optional.of(chain().head(about, 2, second)), Told.of(3, Given.note("three")));
        Head head = whole.head().orElseThrow();
        assertEquals(about.id(), head.number());
        assertEquals(3, head.sequence());
        assertEquals(Optional.of(Bytes.of(chain().head(about, 3, third).cell())), head.seal());
        assertEquals(
                List.of(
                        row(about, head, Told.of(1, Given.note("one")), first),
                        row(about, head, Told.of(2, full), second),
                        row(about, head, Told.of(3, Given.note("three")), third)),
                whole.rows());
        assertEquals(whole, store().answer(() -> store().keptJournal().locked(about)));
    }

    private static Row row(ObjectRef about, Head head, Told told, Seal seal) {
        return new Row(about.id(), head.month(), told, Optional.empty(), Optional.of(Bytes.of(seal.cell())));
    }

    @Test
    default void says_what_stands_on_the_orders_own_row() {
        Operation operation = GivenOperations.numbered(
                GivenOperations.capture(Given.merchant(store()).id()), "NO-1");
        GivenOperations.kept(store(), operation);
        ObjectRef about = ObjectRef.of(operation.id());
        store().perform(() -> store().journal().append(about, List.of(Given.note("one"))));

        assertEquals(
                Optional.of(new OwnRow(
                        Optional.of("PENDING"),
                        Optional.of("100.50 USD"),
                        Optional.empty(),
                        Optional.of("NO-1"),
                        false)),
                store().keptJournal().whole(about).head().map(Head::own));
    }

    @Test
    default void has_nothing_of_an_order_that_nobody_made() {
        ObjectRef nobodys = new ObjectRef(Kind.CAPTURE, Given.unique("C"));

        assertEquals(
                new Whole(Optional.empty(), List.of()), store().keptJournal().whole(nobodys));
        assertEquals(
                new VerifyJournal.Part(0, 0, List.of(), Optional.empty()),
                verifying().order(nobodys));
    }

    @Test
    default void reads_page_by_page_all_that_stands_there() {
        KeptJournal kept = store().keptJournal();
        ObjectRef one = order(Given.note("a"), Given.note("b"), Given.note("c"));
        ObjectRef other = order(Given.note("d"), Given.note("e"));
        List<ObjectRef> both = one.id().compareTo(other.id()) < 0 ? List.of(one, other) : List.of(other, one);
        String before = both.getFirst().id().substring(0, both.getFirst().id().length() - 1);

        List<Row> read = new ArrayList<>();
        Place place = Place.behind(before);
        List<Row> page;
        do {
            page = kept.rows(
                    Kind.CAPTURE, Months.ALL, place, Optional.of(both.getLast().id()), 2);
            read.addAll(page);
            if (!page.isEmpty()) {
                Row last = page.getLast();
                place = new Place(last.number(), last.told().sequence(), last.month());
            }
        } while (page.size() == 2);

        List<Row> mine = read.stream()
                .filter(row -> both.stream().anyMatch(about -> about.id().equals(row.number())))
                .toList();
        List<Row> expected = new ArrayList<>();
        both.forEach(about -> expected.addAll(kept.whole(about).rows()));
        assertEquals(expected, mine);
        List<Head> heads = kept.heads(Kind.CAPTURE, Months.ALL, before, 1);
        assertEquals(1, heads.size());
        assertTrue(heads.getFirst().number().compareTo(before) > 0);
    }

    @Test
    default void reads_the_months_that_are_asked_for() {
        ObjectRef about = order(Given.note("a"));
        KeptJournal kept = store().keptJournal();
        int month = kept.whole(about).head().orElseThrow().month();
        String before = about.id().substring(0, about.id().length() - 1);

        for (Months others : List.of(new Months(0, month - 1), new Months(month + 1, Integer.MAX_VALUE))) {
            assertEquals(
                    List.of(),
                    kept.heads(Kind.CAPTURE, others, before, 1_000).stream()
                            .filter(head -> head.number().equals(about.id()))
                            .toList());
            assertEquals(
                    List.of(),
                    kept.rows(Kind.CAPTURE, others, Place.behind(before), Optional.of(about.id()), 1_000).stream()
                            .filter(row -> row.number().equals(about.id()))
                            .toList());
        }
        assertEquals(
                1,
                kept
                        .rows(
                                Kind.CAPTURE,
                                new Months(month, month),
                                Place.behind(before),
                                Optional.of(about.id()),
                                1_000)
                        .stream()
                        .filter(row -> row.number().equals(about.id()))
                        .count());
    }

    @Test
    default void finds_nothing_wrong_with_what_a_journal_wrote() {
        ObjectRef about = order(Given.note("one"), Given.note("two").with(Bytes.utf8("{}")));
        store().perform(() -> store().journal().append(about, List.of(Given.note("three"))));

        assertEquals(
                new VerifyJournal.Part(1, 3, List.of(), Optional.empty()),
                verifying().order(about));
    }

    @Test
    default void leaves_no_seal_of_a_transaction_that_was_undone() {
        ObjectRef about = order(Given.note("one"));
        try {
            store().perform(() -> {
                store().journal().append(about, List.of(Given.note("undone")));
                throw new IllegalArgumentException("undo it");
            });
        } catch (IllegalArgumentException _) {
            store().perform(() -> store().journal().append(about, List.of(Given.note("two"))));
        }

        assertEquals(
                new VerifyJournal.Part(1, 2, List.of(), Optional.empty()),
                verifying().order(about));
    }
}
