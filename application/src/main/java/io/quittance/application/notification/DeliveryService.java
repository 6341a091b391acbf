package io.quittance.application.notification;

import static java.lang.System.Logger.Level.WARNING;

import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Lease;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.notification.RetrySchedule;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Tells merchants what we owe them: signs once, posts outside any transaction, and keeps every attempt in the journal.
 * If the process dies between the post and the commit, the same bytes are sent once more.
 */
public final class DeliveryService implements DeliverNotification {
    private static final System.Logger LOG = System.getLogger(DeliveryService.class.getName());

    private final NotificationOutbox outbox;
    private final Journal journal;
    private final Merchants merchants;
    private final Fence fence;
    private final GatewaySignature signature;
    private final NotificationSender sender;
    private final InstantSource clock;

    public DeliveryService(
            NotificationOutbox outbox,
            Journal journal,
            Merchants merchants,
            Fence fence,
            GatewaySignature signature,
            NotificationSender sender,
            InstantSource clock) {
        this.outbox = outbox;
        this.journal = journal;
        this.merchants = merchants;
        this.fence = fence;
        this.signature = signature;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> attempt(Lease lease, Delivery delivery) {
        Merchant merchant = merchants
                .byId(delivery.merchant())
                .orElseThrow(() -> new IllegalStateException(
                        "merchant " + delivery.merchant() + " of " + delivery.about() + " is not registered"));
        Signed signed = delivery.signed()
                .filter(earlier -> earlier.keyId().equals(signature.keyId()))
                .orElseGet(() -> signature.sign(delivery.body()));
        Attempt attempt = sender.send(
                delivery.notifyUrl().orElse(merchant.notifyUrl()), delivery.body(), signed, delivery.dialect());
        return finish(lease, delivery, signed, attempt);
    }

    private Optional<Instant> finish(Lease lease, Delivery delivery, Signed signed, Attempt attempt) {
        Instant now = clock.instant();
        int made = delivery.attempt() + 1;
        Optional<Duration> gap = schedule(delivery.dialect()).after(made);
        return fence.inOne(lease, Optional.empty(), () -> {
            journal.append(delivery.about(), List.of(entry(delivery, made, attempt, now)));
            if (attempt.acknowledged()) {
                return outbox.done(delivery) ? Optional.of(now) : Optional.empty();
            }
            if (gap.isEmpty()) {
                LOG.log(WARNING, "{0}: not acknowledged in {1} attempts and parked", delivery.about(), made);
                outbox.park(delivery, made, signed);
                return Optional.empty();
            }
            Instant due = now.plus(gap.get());
            outbox.retry(delivery, made, due, signed);
            return Optional.of(due);
        });
    }

    private static JournalEntry entry(Delivery delivery, int made, Attempt attempt, Instant now) {
        String note = "delivery of entry " + delivery.owed() + ", attempt " + made + ": " + attempt.why();
        JournalEntry entry = JournalEntry.noted(Kind.ATTEMPTED, now, note).timed(attempt.status(), attempt.took());
        return attempt.answer().isEmpty() ? entry : entry.with(Bytes.utf8(attempt.answer()));
    }

    private static RetrySchedule schedule(Dialect dialect) {
        return switch (dialect) {
            case ENVELOPED -> RetrySchedule.ENVELOPED;
            case LEGACY -> RetrySchedule.LEGACY;
        };
    }
}
