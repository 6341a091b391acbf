package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.NotificationOutbox.Armed;
import io.quittance.application.shard.Backlog;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.EndpointId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link NotificationOutbox} promises of an order that several endpoints are told of. */
public interface SeveralEndpointsContract extends OwedMessages {
    /** No other test's: lanes are asked about in a database that is shared. */
    private static EndpointId further() {
        return EndpointId.further(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 62));
    }

    /** Owes the registered address and that endpoint the same bytes. */
    private void oweBoth(Capture capture, String words, EndpointId further, Instant dueAt) {
        int owed = owe(capture, words, dueAt);
        Recipient recipient = new Recipient(capture.merchant(), further, Dialect.LEGACY, Optional.empty());
        store().perform(() -> outbox().append(ObjectRef.of(capture.id()), owed, recipient, dueAt));
    }

    private List<String> words(Capture capture, EndpointId endpoint, Instant minute) {
        return due(capture, minute).stream()
                .filter(one -> one.endpoint().equals(endpoint))
                .map(one -> outbox().body(one).asUtf8())
                .toList();
    }

    private Delivery at(Capture capture, EndpointId endpoint, Instant minute) {
        return due(capture, minute).stream()
                .filter(one -> one.endpoint().equals(endpoint))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void owes_the_same_bytes_to_each_in_its_own_dialect() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        EndpointId books = further();

        oweBoth(capture, "news", books, minute.plusMillis(1));

        EndpointId registered = EndpointId.registered(capture.merchant());
        assertEquals(List.of("news"), words(capture, registered, minute));
        assertEquals(List.of("news"), words(capture, books, minute));
        assertEquals(Dialect.ENVELOPED, at(capture, registered, minute).dialect());
        assertEquals(Dialect.LEGACY, at(capture, books, minute).dialect());
        assertEquals(books.value(), at(capture, books, minute).lane());
    }

    @Test
    default void keeps_the_order_of_each_and_lets_none_wait_for_another() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        EndpointId registered = EndpointId.registered(capture.merchant());
        EndpointId books = further();
        oweBoth(capture, "first", books, minute.plusMillis(1));
        oweBoth(capture, "second", books, minute.plusMillis(2));
        oweBoth(capture, "third", books, minute.plusMillis(3));

        park(at(capture, registered, minute));
        assertTrue(done(at(capture, books, minute)), "the second waited behind it");

        assertEquals(List.of(), words(capture, registered, minute), "a person must send it");
        assertEquals(List.of("second"), words(capture, books, minute));
        assertTrue(done(at(capture, books, minute)));
        assertEquals(List.of("third"), words(capture, books, minute));
    }

    @Test
    default void arms_the_first_of_each_or_of_one_alone() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        ObjectRef about = ObjectRef.of(capture.id());
        EndpointId registered = EndpointId.registered(capture.merchant());
        EndpointId books = further();
        EndpointId audit = further();
        oweBoth(capture, "first", books, minute.plusMillis(1));
        oweBoth(capture, "second", books, minute.plusMillis(2));
        park(at(capture, registered, minute));
        park(at(capture, books, minute));

        assertEquals(
                Armed.NOTHING_OWED,
                store().answer(() -> outbox().arm(about, Optional.of(audit), minute.plusMillis(9))));
        assertEquals(Armed.ARMED, store().answer(() -> outbox().arm(about, Optional.of(books), minute.plusMillis(9))));

        assertEquals(List.of("first"), words(capture, books, minute));
        assertEquals(List.of(), words(capture, registered, minute));
        assertEquals(
                Armed.DUE_ALREADY,
                store().answer(() -> outbox().arm(about, Optional.of(books), minute.plusMillis(10))));
        assertEquals(Armed.ARMED, store().answer(() -> outbox().arm(about, Optional.empty(), minute.plusMillis(10))));
        assertEquals(List.of("first"), words(capture, registered, minute));
        assertEquals(minute.plusMillis(9), at(capture, books, minute).dueAt(), "it was due already");
    }

    @Test
    default void arms_what_is_parked_of_one_and_of_no_other() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        EndpointId registered = EndpointId.registered(capture.merchant());
        EndpointId books = further();
        oweBoth(capture, "news", books, minute.plusMillis(1));
        park(at(capture, registered, minute));
        park(at(capture, books, minute));

        assertEquals(1, store().<Integer>answer(() -> outbox().armParked(books, minute.plusMillis(5), 100)));

        assertEquals(List.of("news"), words(capture, books, minute));
        assertEquals(List.of(), words(capture, registered, minute));
    }

    @Test
    default void tells_how_much_waits_for_each() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        EndpointId books = further();
        oweBoth(capture, "first", books, minute.plusMillis(4));
        oweBoth(capture, "second", books, minute.plusMillis(5));

        List<Backlog> found = outbox().owed().backlog(List.of(Shard.of(ObjectRef.of(capture.id()))));

        assertTrue(found.contains(new Backlog(books.value(), 1, minute.plusMillis(4))), found.toString());
        assertTrue(found.contains(new Backlog(capture.merchant().value(), 1, minute.plusMillis(4))), found.toString());
    }
}
