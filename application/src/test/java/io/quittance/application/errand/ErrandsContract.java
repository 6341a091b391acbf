package io.quittance.application.errand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Page;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Errands} promises. */
public interface ErrandsContract extends HastenedErrandsContract {

    private Errands errands() {
        return store().errands();
    }

    private void add(Errand errand) {
        store().perform(() -> errands().add(errand));
    }

    private boolean replace(Errand errand) {
        return store().answer(() -> errands().replace(errand));
    }

    private void drop(ObjectRef about) {
        store().perform(() -> errands().drop(about));
    }

    /** What is owed about that order in the minute that begins there. */
    private List<Errand> due(ObjectRef about, Instant minute) {
        return OwedIn.shard(errands().owed(), Shard.of(about), minute, minute.plusSeconds(60)).stream()
                .filter(errand -> errand.about().equals(about))
                .toList();
    }

    private static Errand withId(long id, Errand errand) {
        return new Errand(
                id,
                errand.about(),
                errand.merchant(),
                errand.account(),
                errand.step(),
                errand.attempt(),
                errand.dueAt(),
                errand.sending(),
                errand.unsure());
    }

    @Test
    default void gives_an_errand_an_id_and_keeps_the_rest_as_it_is() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusMillis(1));

        add(errand);

        Errand kept = due(errand.about(), minute).getFirst();
        assertTrue(kept.id() > 0);
        assertEquals(withId(kept.id(), errand), kept);
    }

    @Test
    default void keeps_an_errand_that_begins_by_watching() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute).watching(minute.plusMillis(2));

        add(errand);

        Errand kept = due(errand.about(), minute).getFirst();
        assertEquals(withId(kept.id(), errand), kept);
    }

    @Test
    default void keeps_an_errand_with_every_question() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusMillis(1))
                .again(minute.plusMillis(1), true);
        add(errand);
        for (Errand.Step step : Errand.Step.values()) {
            Errand next = due(errand.about(), minute).getFirst().asking(step, minute.plusMillis(2));

            assertTrue(replace(next.begun()));

            assertEquals(List.of(next.begun()), due(errand.about(), minute));
            assertEquals(1, next.begun().attempt(), "counted anew");
            assertTrue(next.unsure(), "a doubt stays");
        }
    }

    @Test
    default void has_one_errand_for_each_order() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusMillis(1));
        add(errand);

        assertThrows(RuntimeException.class, () -> add(errand));

        assertEquals(1, due(errand.about(), minute).size());
    }

    @Test
    default void tells_what_is_due_at_that_time_and_not_what_is_due_later() {
        Instant minute = Given.quietMinute();
        Instant due = minute.plusMillis(500);
        Errand errand = Given.errand(GivenOperations.kept(store()), due);
        Shard shard = Shard.of(errand.about());
        add(errand);

        assertEquals(List.of(), OwedIn.shard(errands().owed(), shard, minute, due.minusMillis(1)));
        assertEquals(1, OwedIn.shard(errands().owed(), shard, minute, due).size());
    }

    @Test
    default void tells_what_one_shard_owes_only() {
        Instant minute = Given.quietMinute();
        MerchantId merchant = Given.merchant(store()).id();
        Errand in3 = Given.errand(GivenOperations.keptIn(store(), merchant, new Shard(3)), minute.plusMillis(1));
        Errand in63 = Given.errand(GivenOperations.keptIn(store(), merchant, new Shard(63)), minute.plusMillis(1));
        add(in3);
        add(in63);

        List<Errand> owed = OwedIn.shard(errands().owed(), new Shard(63), minute, minute.plusSeconds(60));

        assertEquals(List.of(in63.about()), owed.stream().map(Errand::about).toList());
    }

    @Test
    default void tells_the_longest_due_first_and_the_first_added_first_where_they_tie() {
        Instant minute = Given.quietMinute();
        List<Errand> inOrder = several(minute, 20, 10, 30, 10);

        List<Errand> owed = OwedIn.shard(errands().owed(), new Shard(7), minute, minute.plusSeconds(60));

        assertEquals(
                List.of(
                        inOrder.get(1).about(),
                        inOrder.get(3).about(),
                        inOrder.get(0).about(),
                        inOrder.get(2).about()),
                owed.stream().map(Errand::about).toList());
    }

    @Test
    default void is_read_page_by_page_without_a_gap_or_a_repeat_also_where_due_times_tie() {
        Instant minute = Given.quietMinute();
        several(minute, 10, 10, 10, 10, 10, 11, 11);
        List<Errand> atOnce = OwedIn.shard(errands().owed(), new Shard(7), minute, minute.plusSeconds(60));

        List<Errand> paged = new ArrayList<>();
        Stretch stretch = atOnce.getFirst().stretch();
        Optional<Position> more = Optional.of(new Position(minute, 0));
        while (more.isPresent()) {
            Page<Errand> page = errands().owed().due(stretch, more.get(), minute.plusSeconds(60), 3);
            paged.addAll(page.entries());
            more = page.more();
        }

        assertEquals(7, atOnce.size());
        assertEquals(atOnce, paged);
    }

    @Test
    default void is_read_from_the_very_start_too() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusMillis(1));
        add(errand);

        List<Errand> owed = OwedIn.shard(errands().owed(), Shard.of(errand.about()), minute.plusMillis(1));

        assertEquals(
                1,
                owed.stream().filter(one -> one.about().equals(errand.about())).count());
    }

    /** Errands of shard 7, added in this order, due so many milliseconds into the minute. */
    private List<Errand> several(Instant minute, int... millis) {
        MerchantId merchant = Given.merchant(store()).id();
        List<Errand> added = IntStream.of(millis)
                .mapToObj(after ->
                        Given.errand(GivenOperations.keptIn(store(), merchant, new Shard(7)), minute.plusMillis(after)))
                .toList();
        added.forEach(this::add);
        return added;
    }

    @Test
    default void keeps_what_an_errand_has_become() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusMillis(1));
        ObjectRef about = errand.about();
        add(errand);
        Errand kept = due(about, minute).getFirst();
        List<Errand> lives = List.of(
                kept.begun(),
                kept.begun().again(minute.plusMillis(2), false),
                kept.begun().again(minute.plusMillis(3), true),
                kept.begun().again(minute.plusMillis(3), true).begun(),
                kept.begun().again(minute, true).watching(minute.plusMillis(4)));

        for (Errand life : lives) {
            assertTrue(replace(life));
            assertEquals(List.of(life), due(about, minute));
        }
    }

    @Test
    default void says_so_when_nothing_changes_and_it_is_still_there() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusMillis(1));
        add(errand);
        Errand kept = due(errand.about(), minute).getFirst();

        assertTrue(replace(kept));
    }

    @Test
    default void is_not_brought_back_once_its_order_has_ended() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusMillis(1));
        add(errand);
        Errand kept = due(errand.about(), minute).getFirst();
        drop(errand.about());

        assertFalse(replace(kept.begun()));

        assertEquals(List.of(), due(errand.about(), minute));
    }

    @Test
    default void drops_the_errand_of_that_order_only() {
        Instant minute = Given.quietMinute();
        Capture one = GivenOperations.kept(store());
        Capture other = GivenOperations.kept(store(), GivenOperations.capture(one.merchant()));
        add(Given.errand(one, minute.plusMillis(1)));
        add(Given.errand(other, minute.plusMillis(1)));

        drop(ObjectRef.of(one.id()));
        drop(ObjectRef.of(one.id()));

        assertEquals(List.of(), due(ObjectRef.of(one.id()), minute));
        assertEquals(1, due(ObjectRef.of(other.id()), minute).size());
    }

    @Test
    default void may_be_added_again_after_it_was_dropped() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusMillis(1));
        add(errand);
        long earlier = due(errand.about(), minute).getFirst().id();
        drop(errand.about());

        add(errand);

        assertTrue(due(errand.about(), minute).getFirst().id() > earlier, "ids grow with time");
    }

    @Test
    default void is_kept_with_its_order_or_not_at_all() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.capture(Given.merchant(store()).id());

        assertThrows(
                IllegalArgumentException.class,
                () -> store().perform(() -> {
                    store().operations().add(capture);
                    errands().add(Given.errand(capture, minute.plusMillis(1)));
                    throw new IllegalArgumentException("undo it");
                }));

        assertEquals(List.of(), due(ObjectRef.of(capture.id()), minute));
    }
}
