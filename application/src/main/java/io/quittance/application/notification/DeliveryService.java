package io.quittance.application.notification;

import static java.lang.System.Logger.Level.WARNING;

import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.NotificationSender.Acknowledged;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.NotificationSender.Crowded;
import io.quittance.application.notification.NotificationSender.Made;
import io.quittance.application.notification.NotificationSender.NoLongerOurs;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.Place;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Handled;
import io.quittance.application.shard.HeldLanes;
import io.quittance.application.shard.LaneNews;
import io.quittance.application.shard.Lease;
import io.quittance.application.transaction.Flush;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.notification.RetrySchedule;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.WebUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells merchants what we owe them: signs once, posts outside any transaction, and keeps every attempt in the journal.
 * If the process dies between the post and the commit, the same bytes are sent once more. Where nothing left this machine,
 * no attempt was made: neither the journal nor the schedule knows of it.
 */
public final class DeliveryService implements DeliverNotification {
    /** How soon a message is looked at again for which we had no connection left. */
    static final Duration CROWDED = Duration.ofSeconds(1);

    /** Of an attempt before its time, to see whether an endpoint that fails is back. */
    private static final String PROBE = "probe";

    /** Of one to an endpoint that is gone: there is nobody whom it could have told. */
    private static final String UNCOUNTED = "not counted";

    private static final System.Logger LOG = System.getLogger(DeliveryService.class.getName());

    private final NotificationOutbox outbox;
    private final Journal journal;
    private final Merchants merchants;
    private final Fence fence;
    private final Outgoing outgoing;
    private final InstantSource clock;

    /**
     * How messages leave.
     *
     * @param held whether this very lease is still ours; asked directly before the bytes leave, so that who was stalled
     *     never tells something older than its successor
     * @param endpoints those that are held; one that says that it is gone joins them
     * @param flush awaited before a message leaves for the first time: what was told must not be taken back by a crash
     */
    public record Outgoing(
            GatewaySignature signature,
            NotificationSender sender,
            Predicate<Lease> held,
            HeldLanes endpoints,
            Flush flush) {
        public Outgoing {
            Objects.requireNonNull(signature, "signature");
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(held, "held");
            Objects.requireNonNull(endpoints, "endpoints");
            Objects.requireNonNull(flush, "flush");
        }
    }

    public DeliveryService(
            NotificationOutbox outbox,
            Journal journal,
            Merchants merchants,
            Fence fence,
            Outgoing outgoing,
            InstantSource clock) {
        this.outbox = outbox;
        this.journal = journal;
        this.merchants = merchants;
        this.fence = fence;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /** Who is told, as people know it. */
    private record Whom(Merchant merchant, Endpoint endpoint) {
        @Override
        public String toString() {
            String app = "app " + merchant.app();
            return endpoint.id().isRegistered() ? app : app + ", its endpoint " + endpoint.name() + ",";
        }
    }

    @Override
    public Handled attempt(Lease lease, Delivery delivery) {
        Merchant merchant = merchants
                .byId(delivery.merchant())
                .orElseThrow(() -> new IllegalStateException(
                        "merchant " + delivery.merchant() + " of " + delivery.about() + " is not registered"));
        if (delivery.attempt() == 0) {
            outgoing.flush().await();
        }
        Bytes body = outbox.body(delivery);
        Signed signed;
        try {
            signed = signed(delivery, body);
        } catch (GatewaySignature.Unavailable _) {
            return crowded();
        }
        Whom whom = new Whom(merchant, endpoint(delivery, merchant));
        Endpoint endpoint = whom.endpoint();
        Attempt attempt = outgoing.sender()
                .send(
                        delivery.notifyUrl()
                                .map(own -> Place.instead(own, endpoint))
                                .orElseGet(() -> Place.of(endpoint)),
                        body,
                        signed,
                        delivery.dialect(),
                        () -> outgoing.held().test(lease));
        return switch (attempt) {
            case NotAcknowledged failed
            when gone(delivery, endpoint, failed) -> hold(lease, delivery, signed, whom, failed);
            case Made made -> new Handled(finish(lease, delivery, endpoint, signed, made), news(delivery, whom, made));
            case Crowded _ -> crowded();
            case NoLongerOurs _ -> Handled.silently(Optional.empty());
        };
    }

    private Signed signed(Delivery delivery, Bytes body) {
        GatewaySignature signature = outgoing.signature();
        return delivery.signed()
                .filter(earlier -> earlier.keyId().equals(signature.keyId()))
                .orElseGet(() -> signature.sign(body));
    }

    /** It is for us, and counts as no attempt. */
    private Handled crowded() {
        Instant later = clock.instant().plus(CROWDED);
        return new Handled(Optional.of(later), new LaneNews.Busy(later));
    }

    /**
     * Whether the merchant's endpoint says that it is gone. An order's own address speaks for that order alone, and one that
     * the merchant has left by now for nobody.
     */
    private boolean gone(Delivery delivery, Endpoint asked, NotAcknowledged failed) {
        return failed.gone()
                && delivery.notifyUrl().isEmpty()
                && merchants
                        .byId(delivery.merchant())
                        .flatMap(now -> now.endpoint(asked.id()))
                        .filter(now -> now.url().equals(asked.url()))
                        .isPresent();
    }

    private static Endpoint endpoint(Delivery delivery, Merchant merchant) {
        return merchant.endpoint(delivery.endpoint())
                .orElseThrow(() -> new IllegalStateException("endpoint " + delivery.endpoint() + " of merchant "
                        + delivery.merchant() + " is not registered"));
    }

    /** The message keeps its attempts: it is told when there is somebody to tell. */
    private Handled hold(Lease lease, Delivery delivery, Signed signed, Whom whom, NotAcknowledged failed) {
        Instant now = clock.instant();
        Endpoint endpoint = whom.endpoint();
        String why = "410 Gone from " + WebUrl.host(endpoint.url());
        boolean held = fence.inOne(lease, false, () -> {
            journal.append(delivery.about(), List.of(entry(delivery, endpoint, UNCOUNTED, failed, now)));
            outbox.retry(delivery, delivery.attempt(), delivery.dueAt(), signed);
            return outgoing.endpoints().hold(delivery.lane(), why, Optional.empty());
        });
        if (held) {
            LOG.log(WARNING, "the endpoint of {0} is held until it is released: {1}", whom, why);
            keep(whom, why, now);
        }
        return new Handled(Optional.empty(), LaneNews.GONE);
    }

    private void keep(Whom whom, String why, Instant now) {
        Deed deed = new Deed(new Hand(EndpointHolds.ITSELF, why), now);
        new EndpointHolds(merchants)
                .keep(whom.merchant().id(), whom.endpoint(), EndpointHolds.OPEN, EndpointHolds.BY_ITSELF, deed);
    }

    private Optional<Instant> finish(Lease lease, Delivery delivery, Endpoint endpoint, Signed signed, Made attempt) {
        Instant now = clock.instant();
        int made = delivery.attempt() + 1;
        boolean early = delivery.dueAt().isAfter(now);
        return fence.inOne(lease, Optional.empty(), () -> {
            journal.append(
                    delivery.about(),
                    List.of(entry(delivery, endpoint, early ? PROBE : "attempt " + made, attempt, now)));
            return switch (attempt) {
                case Acknowledged _ -> outbox.done(delivery, now) ? Optional.of(now) : Optional.empty();
                case NotAcknowledged failed -> again(delivery, made, signed, failed, now);
            };
        });
    }

    /** What an endpoint asks for in one message, it asks for in all. */
    private LaneNews news(Delivery delivery, Whom told, Made made) {
        Optional<String> whom = Optional.of(told + " at "
                + WebUrl.host(delivery.notifyUrl().orElse(told.endpoint().url())));
        return switch (made) {
            case Acknowledged _ -> LaneNews.FINE;
            case NotAcknowledged failed
            when failed.gone() && delivery.notifyUrl().isPresent() -> LaneNews.NONE;
            case NotAcknowledged failed ->
                failed.retryAfter()
                        .<LaneNews>map(
                                wish -> new LaneNews.NotBefore(clock.instant().plus(wish), failed.why(), whom))
                        .orElseGet(() -> new LaneNews.Ill(failed.why(), whom));
        };
    }

    private Optional<Instant> again(Delivery delivery, int made, Signed signed, NotAcknowledged failed, Instant now) {
        if (delivery.dueAt().isAfter(now)) {
            return Optional.of(delivery.dueAt());
        }
        Optional<Duration> gap = schedule(delivery.dialect()).after(made);
        if (gap.isEmpty()) {
            LOG.log(WARNING, "{0}: not acknowledged in {1} attempts and parked", delivery.about(), made);
            outbox.park(delivery, made, signed);
            return Optional.empty();
        }
        // The receiver may ask for more time than the schedule gives it, never for less.
        Duration wait = failed.retryAfter()
                .filter(wish -> wish.compareTo(gap.get()) > 0)
                .orElse(gap.get());
        Instant due = now.plus(wait);
        outbox.retry(delivery, made, due, signed);
        return Optional.of(due);
    }

    /** @param which which attempt it was; those that the schedule does not count have no number */
    private static JournalEntry entry(Delivery delivery, Endpoint endpoint, String which, Made attempt, Instant now) {
        String whom = endpoint.id().isRegistered() ? "" : " to " + endpoint.name();
        String note = "delivery of entry " + delivery.owed() + whom + ", " + which + ": " + attempt.why();
        NotificationSender.Reply reply = attempt.reply();
        JournalEntry entry = JournalEntry.noted(Kind.ATTEMPTED, now, note).timed(reply.status(), reply.took());
        return reply.answer().isEmpty() ? entry : entry.with(Bytes.utf8(reply.answer()));
    }

    private static RetrySchedule schedule(Dialect dialect) {
        return switch (dialect) {
            case ENVELOPED -> RetrySchedule.ENVELOPED;
            case LEGACY -> RetrySchedule.LEGACY;
        };
    }
}
