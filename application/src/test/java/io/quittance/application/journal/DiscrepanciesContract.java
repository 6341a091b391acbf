package io.quittance.application.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Discrepancies} promises. */
public interface DiscrepanciesContract extends EndedDiscrepanciesContract, ForgottenDiscrepanciesContract {
    @Override
    Store store();

    private boolean open(Discrepancy discrepancy) {
        return store().answer(() -> store().discrepancies().open(discrepancy));
    }

    private List<Kept> of(MerchantId merchant) {
        return store().discrepancies().of(merchant, 100);
    }

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    private static Discrepancy unusable(MerchantId merchant, Message message, Instant at) {
        return new Discrepancy(merchant, Optional.empty(), message, "nobody knows what it means", at);
    }

    @Test
    default void keeps_a_report_that_contradicts_an_order() {
        Capture capture = GivenOperations.kept(store());
        Message message = new Message(Bytes.of(new byte[] {0, -1, '{', -128}), "k".repeat(64), Given.fingerprint());
        Discrepancy told = new Discrepancy(
                capture.merchant(),
                Optional.of(ObjectRef.of(capture.id())),
                message,
                "\u00E9".repeat(JournalEntry.MAX_NOTE),
                Given.NOON);

        assertTrue(open(told));

        assertEquals(
                List.of(told),
                of(capture.merchant()).stream().map(Kept::discrepancy).toList());
        assertEquals(
                List.of(0), of(capture.merchant()).stream().map(Kept::repeats).toList());
    }

    @Test
    default void keeps_a_report_about_no_order_that_we_know() {
        Discrepancy told = unusable(merchant(), Given.message("{\"who\":\"knows\"}"), Given.NOON);

        assertTrue(open(told));

        assertEquals(told, of(told.merchant().orElseThrow()).getFirst().discrepancy());
    }

    @Test
    default void keeps_a_report_of_which_nobody_can_tell_whose_it_is_and_counts_it_when_it_comes_again() {
        Message message = new Message(Bytes.utf8("whose?"), "k".repeat(64), Given.fingerprint());
        Discrepancy told =
                new Discrepancy(Optional.empty(), Optional.empty(), message, "several may be meant", Given.NOON);

        assertTrue(open(told));
        assertFalse(open(told));

        List<Kept> kept = store().discrepancies().unassigned(10_000).stream()
                .filter(one -> one.discrepancy().message().equals(message))
                .toList();
        assertEquals(1, kept.size());
        assertEquals(new Kept(kept.getFirst().number(), told, 1, Optional.empty()), kept.getFirst());
    }

    @Test
    default void counts_the_same_message_of_the_same_merchant_beside_the_first() {
        Message message = Given.message("again and again");
        Discrepancy first = unusable(merchant(), message, Given.NOON);
        open(first);

        assertFalse(open(new Discrepancy(
                first.merchant(),
                Optional.empty(),
                new Message(Bytes.utf8("other bytes, same facts"), "other key", message.fingerprint()),
                "for another reason",
                Given.NOON.plusSeconds(9))));
        assertFalse(open(first));

        Kept kept = of(first.merchant().orElseThrow()).getFirst();
        assertEquals(
                List.of(new Kept(kept.number(), first, 2, Optional.empty())),
                of(first.merchant().orElseThrow()));
    }

    @Test
    default void keeps_the_same_message_once_for_each_merchant() {
        Message message = Given.message("to whom it may concern");
        MerchantId one = merchant();
        MerchantId other = merchant();

        assertTrue(open(unusable(one, message, Given.NOON)));
        assertTrue(open(unusable(other, message, Given.NOON)));

        assertEquals(1, of(one).size());
        assertEquals(0, of(other).getFirst().repeats());
    }

    @Test
    default void answers_the_oldest_first_and_no_more_than_asked_for() {
        MerchantId merchant = merchant();
        List<Discrepancy> told = List.of(
                unusable(merchant, Given.message("first"), Given.NOON),
                unusable(merchant, Given.message("second"), Given.NOON.plusMillis(1)),
                unusable(merchant, Given.message("third"), Given.NOON.plusMillis(2)));
        told.forEach(this::open);

        assertEquals(told, of(merchant).stream().map(Kept::discrepancy).toList());
        assertEquals(
                told.subList(0, 2),
                store().discrepancies().of(merchant, 2).stream()
                        .map(Kept::discrepancy)
                        .toList());
    }

    @Test
    default void has_none_of_a_merchant_without_any() {
        assertEquals(List.of(), of(merchant()));
    }

    @Test
    default void keeps_none_of_a_transaction_that_was_undone() {
        Discrepancy told = unusable(merchant(), Given.message("undone"), Given.NOON);

        assertThrows(
                IllegalArgumentException.class,
                () -> store().perform(() -> {
                    store().discrepancies().open(told);
                    throw new IllegalArgumentException("undo it");
                }));

        assertEquals(List.of(), of(told.merchant().orElseThrow()));
        assertTrue(open(told));
    }

    @Test
    default void counts_right_when_many_tell_the_same_at_once() {
        Discrepancy told = unusable(merchant(), Given.message("all at once"), Given.NOON);

        List<Boolean> answers = AtOnce.all(Collections.nCopies(8, told), this::open);

        assertEquals(1, Collections.frequency(answers, true));
        assertEquals(
                List.of(7),
                of(told.merchant().orElseThrow()).stream().map(Kept::repeats).toList());
    }
}
