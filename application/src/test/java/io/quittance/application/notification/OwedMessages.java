package io.quittance.application.notification;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the contracts of {@link NotificationOutbox} owe and read; all of it about orders of their own. */
interface OwedMessages {
    /** As long as a signature of 2,048 bits is in base64, and the key id that goes with it. */
    Signed SIGNED = new Signed("s".repeat(343) + "=", "k".repeat(64));

    Store store();

    default NotificationOutbox outbox() {
        return store().outbox();
    }

    /** Owes the merchant a message of these words, due then; answers where they stand in the journal. */
    default int owe(Capture capture, String words, Instant dueAt) {
        return owe(capture, words, Optional.empty(), dueAt);
    }

    default int owe(Capture capture, String words, Optional<URI> notifyUrl, Instant dueAt) {
        return store().answer(() -> {
            ObjectRef about = ObjectRef.of(capture.id());
            JournalEntry entry =
                    JournalEntry.noted(Kind.OWED, Given.NOON, "owed").with(Bytes.utf8(words));
            int owed = store().journal().append(about, List.of(entry));
            outbox().append(about, owed, Recipient.registered(capture.merchant(), Dialect.ENVELOPED, notifyUrl), dueAt);
            return owed;
        });
    }

    default List<Delivery> due(Capture capture, Instant minute) {
        ObjectRef about = ObjectRef.of(capture.id());
        return OwedIn.shard(outbox().owed(), Shard.of(about), minute, minute.plusSeconds(60)).stream()
                .filter(delivery -> delivery.about().equals(about))
                .toList();
    }

    default List<String> words(Capture capture, Instant minute) {
        return due(capture, minute).stream()
                .map(one -> outbox().body(one).asUtf8())
                .toList();
    }

    default Delivery first(Capture capture, Instant minute) {
        return due(capture, minute).getFirst();
    }

    default boolean done(Delivery delivery) {
        return store().answer(() -> outbox().done(delivery, delivery.dueAt()));
    }

    default void retry(Delivery delivery, int attempt, Instant dueAt, Signed signed) {
        store().perform(() -> outbox().retry(delivery, attempt, dueAt, signed));
    }

    default void park(Delivery delivery) {
        store().perform(() -> outbox().park(delivery, 6, SIGNED));
    }
}
