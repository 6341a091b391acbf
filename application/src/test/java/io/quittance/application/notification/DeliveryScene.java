package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.NotificationSender.Acknowledged;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.NotificationSender.NoLongerOurs;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Lease;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;

/** One message that is owed, a played endpoint and a played signature. */
abstract class DeliveryScene {
    static final Bytes BODY = Bytes.utf8("{\"what\":\"is owed\"}");
    static final Attempt ACKNOWLEDGED =
            new Acknowledged(new Reply(Optional.of(200), "{\"code\":\"SUCCESS\"}", Duration.ofMillis(12)));
    static final Reply OOPS = new Reply(Optional.of(500), "oops", Duration.ofMillis(13));
    static final Attempt NOT_ACKNOWLEDGED = new NotAcknowledged(OOPS, "status 500", Optional.empty(), false);

    final HandClock clock = new HandClock(Given.NOON);
    final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    final Capture capture = GivenOperations.kept(store);
    final ObjectRef about = ObjectRef.of(capture.id());
    final Merchant merchant = store.merchants().byId(capture.merchant()).orElseThrow();
    final PlayedEndpoint endpoint = new PlayedEndpoint();
    final PlayedSignature signature = new PlayedSignature();
    Lease held = lease();
    Runnable flush = () -> {};
    final DeliveryService deliveries = new DeliveryService(
            store.outbox(),
            store.journal(),
            store.merchants(),
            new Fence(store.shards(), store.transactions()),
            new DeliveryService.Outgoing(
                    signature, endpoint, lease -> lease.equals(held), store.heldLanes(), () -> flush.run()),
            clock);

    record Sent(URI endpoint, Bytes body, Signed signed, Dialect dialect) {}

    final class PlayedEndpoint implements NotificationSender {
        final List<Sent> sent = new ArrayList<>();
        final List<Place> places = new ArrayList<>();
        Attempt answer = NOT_ACKNOWLEDGED;
        Runnable meanwhile = () -> {};

        @Override
        public Attempt send(Place place, Bytes body, Signed signed, Dialect dialect, BooleanSupplier stillOurs) {
            assertTrue(!store.transactions().busy(), "sent inside a transaction");
            if (!stillOurs.getAsBoolean()) {
                return new NoLongerOurs();
            }
            places.add(place);
            sent.add(new Sent(place.url(), body, signed, dialect));
            meanwhile.run();
            return answer;
        }
    }

    final class PlayedSignature implements GatewaySignature {
        String keyId = "key 1";
        boolean away;
        int made;

        @Override
        public Signed sign(Bytes body) {
            assertTrue(!store.transactions().busy(), "signed inside a transaction");
            if (away) {
                throw new Unavailable("the token does not answer");
            }
            made++;
            return new Signed("signature " + made + " over " + body.asUtf8(), keyId);
        }

        @Override
        public String keyId() {
            return keyId;
        }
    }

    @BeforeEach
    void a_message_is_owed() {
        owe(Optional.empty());
    }

    final void owe(Optional<URI> notifyUrl) {
        store.perform(() -> {
            JournalEntry owed =
                    JournalEntry.noted(Kind.OWED, Given.NOON, "owed").with(BODY);
            store.outbox()
                    .append(
                            about,
                            store.journal().append(about, List.of(owed)),
                            Recipient.registered(merchant.id(), Dialect.ENVELOPED, notifyUrl),
                            Given.NOON);
        });
    }

    final Lease lease() {
        return store.shards()
                .lease("this instance", Duration.ofDays(2))
                .get(Shard.of(about).number());
    }

    final List<Delivery> due() {
        return OwedIn.shard(store.outbox().owed(), Shard.of(about), clock.instant());
    }

    final Optional<Instant> attempt() {
        return deliveries.attempt(lease(), due().getFirst()).again();
    }

    final List<JournalEntry> attempts() {
        return store.journal().story(about).stream()
                .map(Row::entry)
                .filter(entry -> entry.kind() == Kind.ATTEMPTED)
                .toList();
    }
}
