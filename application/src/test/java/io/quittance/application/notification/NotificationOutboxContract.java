package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Backlog;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Page;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Waiting;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link NotificationOutbox} promises of what is owed and when it is due; what waits
 * behind something else is told by {@link HeldBackMessagesContract}.
 */
public interface NotificationOutboxContract extends OwedMessages {
    @Test
    default void owes_the_bytes_that_stand_in_the_journal() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        store().perform(() -> store().journal().append(ObjectRef.of(capture.id()), List.of(Given.note("before"))));

        int owed = owe(capture, "{\"caf\u00E9\":1}", minute.plusMillis(1));

        Delivery kept = first(capture, minute);
        assertTrue(kept.id() > 0);
        assertEquals(
                new Delivery(
                        kept.id(),
                        ObjectRef.of(capture.id()),
                        owed,
                        capture.merchant(),
                        EndpointId.registered(capture.merchant()),
                        Dialect.ENVELOPED,
                        Optional.empty(),
                        0,
                        minute.plusMillis(1),
                        Optional.empty()),
                kept);
        assertEquals(Bytes.utf8("{\"caf\u00E9\":1}"), outbox().body(kept));
    }

    @Test
    default void remembers_where_the_request_itself_wants_it_sent() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        URI own = URI.create("https://merchant.example/orders/1?x=%20");

        owe(capture, "{}", Optional.of(own), minute.plusMillis(1));

        assertEquals(Optional.of(own), first(capture, minute).notifyUrl());
    }

    @Test
    default void tells_what_is_due_at_that_time_and_not_what_is_due_later() {
        Instant minute = Given.quietMinute();
        Instant due = minute.plusMillis(500);
        Capture capture = GivenOperations.kept(store());
        Shard shard = Shard.of(ObjectRef.of(capture.id()));
        owe(capture, "{}", due);

        assertEquals(List.of(), OwedIn.shard(outbox().owed(), shard, minute, due.minusMillis(1)));
        assertEquals(1, OwedIn.shard(outbox().owed(), shard, minute, due).size());
    }

    @Test
    default void tells_those_that_are_asked_for_whenever_they_are_due() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        owe(capture, "{}", minute.plusMillis(1));
        owe(capture, "it waits for the first", minute.plusMillis(1));
        Delivery one = first(capture, minute);
        store().perform(() -> outbox().owed().putOff(one.id(), minute.plusSeconds(300)));

        List<Delivery> asked = outbox().owed().these(List.of(one.id(), one.id() + 1, Long.MAX_VALUE));

        assertEquals(
                List.of(one.id() + " at " + minute.plusSeconds(300)),
                asked.stream().map(it -> it.id() + " at " + it.dueAt()).toList());
    }

    @Test
    default void tells_what_one_shard_owes_only() {
        Instant minute = Given.quietMinute();
        MerchantId merchant = Given.merchant(store()).id();
        Capture in0 = GivenOperations.keptIn(store(), merchant, new Shard(0));
        Capture in1 = GivenOperations.keptIn(store(), merchant, new Shard(1));
        owe(in0, "0", minute.plusMillis(1));
        owe(in1, "1", minute.plusMillis(1));

        List<Delivery> owed = OwedIn.shard(outbox().owed(), new Shard(0), minute, minute.plusSeconds(60));

        assertEquals(
                List.of(ObjectRef.of(in0.id())),
                owed.stream().map(Delivery::about).toList());
    }

    @Test
    default void tells_the_longest_due_first_and_is_read_page_by_page_without_a_gap_or_a_repeat() {
        Instant minute = Given.quietMinute();
        several(minute, 30, 10, 10, 10, 20, 10);
        List<String> inOrder = List.of("1 at 10", "2 at 10", "3 at 10", "5 at 10", "4 at 20", "0 at 30");

        List<String> atOnce = OwedIn.shard(outbox().owed(), new Shard(9), minute, minute.plusSeconds(60)).stream()
                .map(one -> outbox().body(one).asUtf8())
                .toList();

        assertEquals(inOrder, atOnce);
        assertEquals(inOrder, paged(minute, 2));
        assertEquals(inOrder, paged(minute, 3));
    }

    @Test
    default void fills_its_pages_although_some_messages_are_held_back() {
        Instant minute = Given.quietMinute();
        List<Capture> captures = several(minute, 10, 10, 40);
        captures.forEach(capture -> owe(capture, "held back", minute.plusMillis(11)));

        assertEquals(List.of("0 at 10", "1 at 10", "2 at 40"), paged(minute, 2));
    }

    /** Messages of orders of shard 9, owed in this order, due so many milliseconds into the minute. */
    private List<Capture> several(Instant minute, int... millis) {
        MerchantId merchant = Given.merchant(store()).id();
        return IntStream.range(0, millis.length)
                .mapToObj(i -> {
                    Capture capture = GivenOperations.keptIn(store(), merchant, new Shard(9));
                    owe(capture, i + " at " + millis[i], minute.plusMillis(millis[i]));
                    return capture;
                })
                .toList();
    }

    @Test
    default void tells_how_much_waits_in_each_lane_and_since_when() {
        Instant minute = Given.quietMinute();
        MerchantId much = Given.merchant(store()).id();
        MerchantId little = Given.merchant(store()).id();
        owe(GivenOperations.keptIn(store(), much, new Shard(9)), "later", minute.plusMillis(5));
        owe(GivenOperations.keptIn(store(), much, new Shard(10)), "first", minute.plusMillis(3));
        owe(GivenOperations.keptIn(store(), much, new Shard(11)), "not asked about", minute.plusMillis(1));
        owe(GivenOperations.keptIn(store(), little, new Shard(9)), "one", minute.plusMillis(7));
        Capture parked = GivenOperations.keptIn(store(), little, new Shard(9));
        owe(parked, "parked", minute.plusMillis(2));
        store().perform(() -> outbox().owed().setAside(first(parked, minute).id(), "unreadable"));

        List<Backlog> found = outbox().owed().backlog(List.of(new Shard(9), new Shard(10)));

        assertEquals(
                Set.of(
                        new Backlog(much.value(), 2, minute.plusMillis(3)),
                        new Backlog(little.value(), 1, minute.plusMillis(7))),
                found.stream()
                        .filter(one -> Set.of(much.value(), little.value()).contains(one.lane()))
                        .collect(Collectors.toSet()));
        assertEquals(List.of(), outbox().owed().backlog(List.of()));
    }

    private List<String> paged(Instant minute, int limit) {
        List<String> words = new ArrayList<>();
        for (Waiting waiting : outbox().owed().waiting(Set.of(new Shard(9)))) {
            Optional<Position> more = Optional.of(new Position(minute, 0));
            while (more.isPresent()) {
                Page<Delivery> page = outbox().owed().due(waiting.stretch(), more.get(), minute.plusSeconds(60), limit);
                page.entries().forEach(one -> words.add(outbox().body(one).asUtf8()));
                more = page.more();
            }
        }
        return words;
    }

    @Test
    default void owes_no_more_what_was_acknowledged() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        owe(capture, "{}", minute.plusMillis(1));

        assertFalse(done(first(capture, minute)), "nothing waited behind it");

        assertEquals(List.of(), due(capture, minute));
    }

    @Test
    default void keeps_the_signature_and_the_number_of_attempts_for_a_retry() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        owe(capture, "{}", minute.plusMillis(1));
        Delivery before = first(capture, minute);
        retry(before, 1, minute.plusMillis(2), new Signed("an earlier one", "an earlier key"));

        retry(before, 2, minute.plusMillis(31), SIGNED);

        assertEquals(
                List.of(new Delivery(
                        before.id(),
                        before.about(),
                        before.owed(),
                        before.merchant(),
                        before.endpoint(),
                        before.dialect(),
                        before.notifyUrl(),
                        2,
                        minute.plusMillis(31),
                        Optional.of(SIGNED))),
                due(capture, minute));
    }

    @Test
    default void owes_nothing_where_the_transaction_that_moved_the_order_was_undone() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        ObjectRef about = ObjectRef.of(capture.id());

        assertThrows(
                IllegalArgumentException.class,
                () -> store().perform(() -> {
                    int owed = store().journal()
                            .append(about, List.of(Given.note("owed").with(Bytes.utf8("{}"))));
                    outbox().append(
                                    about,
                                    owed,
                                    Recipient.registered(capture.merchant(), Dialect.ENVELOPED, Optional.empty()),
                                    minute.plusMillis(1));
                    throw new IllegalArgumentException("undo it");
                }));

        assertEquals(List.of(), due(capture, minute));
    }
}
