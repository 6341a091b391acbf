package io.quittance.application.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.Discrepancies.Ending.How;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Discrepancies.Look;
import io.quittance.application.journal.Discrepancies.Wanted;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Discrepancies} promises about looking at them and ending them. */
public interface EndedDiscrepanciesContract {
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

    private Kept only(MerchantId merchant) {
        assertEquals(1, of(merchant).size());
        return of(merchant).getFirst();
    }

    private boolean end(Kept kept, Ending ending, Optional<ObjectRef> about) {
        return store().answer(() -> store().discrepancies().end(kept.number(), ending, about));
    }

    private List<Kept> page(Wanted wanted, Optional<Long> behind, int limit) {
        return store().discrepancies().page(wanted, behind, limit);
    }

    private static Ending closed(String reason) {
        return new Ending(How.CLOSED, Given.NOON.plusSeconds(60), "Ada", reason);
    }

    private static Wanted wanted(MerchantId merchant, boolean ended, boolean oldestFirst) {
        return new Wanted(ended, Optional.empty(), Optional.of(merchant), List.of(), Optional.empty(), oldestFirst);
    }

    /** As they are listed, without the bytes of their messages. */
    private static List<Discrepancy> bare(List<Discrepancy> all) {
        return all.stream()
                .map(one -> new Discrepancy(
                        one.merchant(),
                        one.account(),
                        one.about(),
                        new Message(
                                Bytes.utf8(""),
                                one.message().keyId(),
                                one.message().fingerprint()),
                        one.why(),
                        one.at()))
                .toList();
    }

    private static List<Discrepancy> told(List<Kept> kept) {
        return kept.stream().map(Kept::discrepancy).toList();
    }

    @Test
    default void keeps_which_account_told_it_and_where_it_came_to() {
        Merchant merchant = Given.merchant(store());
        Message message = Given.message("news").to(new Message.Came("captureResultNotifyUrl", Optional.of("RL1")));
        Discrepancy told = new Discrepancy(
                Optional.of(merchant.id()),
                Optional.of(Given.holder(store(), merchant).account().id()),
                Optional.empty(),
                message,
                "why",
                Given.NOON);

        open(told);

        assertEquals(told, only(merchant.id()).discrepancy());
    }

    @Test
    default void finds_one_by_its_number() {
        Discrepancy told = unusable(merchant(), Given.message("found"), Given.NOON);
        open(told);
        Kept kept = only(told.merchant().orElseThrow());

        assertEquals(Optional.of(kept), store().discrepancies().find(kept.number()));
        assertEquals(Optional.empty(), store().discrepancies().find(-1));
    }

    @Test
    default void keeps_who_ended_one_and_stays_ended_whoever_ends_it_or_tells_it_again() {
        Discrepancy told = unusable(merchant(), Given.message("ended"), Given.NOON);
        open(told);
        Kept kept = only(told.merchant().orElseThrow());
        Ending first = closed("\u00E9".repeat(300));

        assertTrue(end(kept, first, Optional.empty()));
        assertFalse(end(kept, new Ending(How.ADOPTED, Given.NOON, "Bob", "no"), Optional.empty()));
        assertFalse(open(told));

        assertEquals(
                Optional.of(new Kept(kept.number(), told, 1, Optional.of(first))),
                store().discrepancies().find(kept.number()));
        assertEquals(List.of(), of(told.merchant().orElseThrow()));
    }

    @Test
    default void ends_none_that_is_not_there() {
        assertFalse(store().answer(() -> store().discrepancies().end(-1, closed("no"), Optional.empty())));
    }

    @Test
    default void learns_with_its_end_what_order_it_was_about_unless_that_was_known() {
        Capture capture = GivenOperations.kept(store());
        Capture other = GivenOperations.kept(store());
        open(unusable(capture.merchant(), Given.message("whose?"), Given.NOON));
        Kept unknown = only(capture.merchant());
        open(new Discrepancy(
                other.merchant(),
                Optional.of(ObjectRef.of(other.id())),
                Given.message("its"),
                "already failed",
                Given.NOON));
        Kept known = only(other.merchant());

        assertTrue(end(unknown, closed("its"), Optional.of(ObjectRef.of(capture.id()))));
        assertTrue(end(known, closed("its"), Optional.of(ObjectRef.of(capture.id()))));

        assertEquals(Optional.of(ObjectRef.of(capture.id())), aboutNow(unknown));
        assertEquals(Optional.of(ObjectRef.of(other.id())), aboutNow(known));
    }

    private Optional<ObjectRef> aboutNow(Kept kept) {
        return store().discrepancies()
                .find(kept.number())
                .flatMap(now -> now.discrepancy().about());
    }

    @Test
    default void ends_one_once_when_many_end_it_at_once() {
        Discrepancy told = unusable(merchant(), Given.message("raced for"), Given.NOON);
        open(told);
        Kept kept = only(told.merchant().orElseThrow());

        List<Boolean> answers =
                AtOnce.all(Collections.nCopies(8, kept), one -> end(one, closed("mine"), Optional.empty()));

        assertEquals(1, Collections.frequency(answers, true));
    }

    @Test
    default void pages_from_either_end_and_misses_none_whatever_is_added() {
        MerchantId merchant = merchant();
        List<Discrepancy> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(unusable(merchant, Given.message("message " + i), Given.NOON.plusSeconds(i)));
        }
        all.forEach(this::open);

        List<Kept> oldest = page(wanted(merchant, false, true), Optional.empty(), 2);
        List<Kept> newest = page(wanted(merchant, false, false), Optional.empty(), 2);
        open(unusable(merchant, Given.message("added"), Given.NOON));

        assertEquals(bare(all.subList(0, 2)), told(oldest));
        assertEquals(
                bare(all.subList(2, 4)),
                told(page(
                        wanted(merchant, false, true),
                        Optional.of(oldest.getLast().number()),
                        2)));
        assertEquals(bare(all.subList(3, 5).reversed()), told(newest));
        assertEquals(
                bare(all.subList(0, 3).reversed()),
                told(page(
                        wanted(merchant, false, false),
                        Optional.of(newest.getLast().number()),
                        9)));
    }

    @Test
    default void lists_what_is_wanted() {
        Capture capture = GivenOperations.kept(store());
        MerchantId merchant = capture.merchant();
        Discrepancy about = new Discrepancy(
                merchant,
                Optional.of(ObjectRef.of(capture.id())),
                Given.message("about"),
                "another amount",
                Given.NOON);
        Discrepancy lonely = unusable(merchant, Given.message("lonely"), Given.NOON.plusSeconds(1));
        Discrepancy settled = unusable(merchant, Given.message("settled"), Given.NOON.plusSeconds(2));
        List.of(about, lonely, settled).forEach(this::open);
        end(of(merchant).getLast(), closed("settled"), Optional.empty());

        assertEquals(bare(List.of(about, lonely)), told(page(wanted(merchant, false, true), Optional.empty(), 9)));
        assertEquals(bare(List.of(settled)), told(page(wanted(merchant, true, true), Optional.empty(), 9)));
        assertEquals(
                bare(List.of(about)),
                told(page(
                        new Wanted(
                                false,
                                Optional.of(ObjectRef.Kind.CAPTURE),
                                Optional.of(merchant),
                                List.of(),
                                Optional.empty(),
                                true),
                        Optional.empty(),
                        9)));
        assertEquals(
                bare(List.of(about)), told(page(Wanted.openAbout(ObjectRef.of(capture.id())), Optional.empty(), 9)));
        assertEquals(
                bare(List.of(about)),
                told(page(
                        new Wanted(
                                false,
                                Optional.empty(),
                                Optional.of(merchant),
                                List.of(),
                                Optional.of(Given.NOON),
                                false),
                        Optional.empty(),
                        9)));
        assertEquals(
                List.of(),
                page(
                        new Wanted(
                                false,
                                Optional.of(ObjectRef.Kind.PAYOUT),
                                Optional.of(merchant),
                                List.of(),
                                Optional.empty(),
                                true),
                        Optional.empty(),
                        9));
    }

    @Test
    default void counts_those_that_are_open() {
        Discrepancy told = unusable(merchant(), Given.message("counted"), Given.NOON);
        long before = store().discrepancies().open();

        open(told);
        assertEquals(before + 1, store().discrepancies().open());

        end(only(told.merchant().orElseThrow()), closed("done"), Optional.empty());
        assertEquals(before, store().discrepancies().open());
    }

    @Test
    default void keeps_everyone_who_looked() {
        Discrepancy told = unusable(merchant(), Given.message("looked at"), Given.NOON);
        open(told);
        long number = only(told.merchant().orElseThrow()).number();
        Look ada = new Look(Given.NOON, "Ada", "case 4711");
        Look bob = new Look(Given.NOON.minusSeconds(5), "Bob", "\u00E9".repeat(300));

        store().perform(() -> store().discrepancies().looked(number, ada));
        store().perform(() -> store().discrepancies().looked(number, bob));

        assertEquals(List.of(ada, bob), store().discrepancies().looks(number));
        assertEquals(List.of(), store().discrepancies().looks(-1));
    }
}
