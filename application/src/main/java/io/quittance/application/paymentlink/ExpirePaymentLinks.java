package io.quittance.application.paymentlink;

import io.quittance.application.account.Holder;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.RunErrand;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.merchant.Holders;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Handled;
import io.quittance.application.shard.Lease;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Report;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Records that the time of links is over. What the wire says does not wait for it: that is computed from the time (see
 * {@link PaymentLink#expiredAt}).
 */
public final class ExpirePaymentLinks implements RunErrand {
    private final PaymentLinks links;
    private final Books books;
    private final Moves<PaymentLink, PaymentLinkEvent> moves;
    private final Holders holders;
    private final Fence fence;
    private final InstantSource clock;

    public ExpirePaymentLinks(
            PaymentLinks links,
            Books books,
            Moves<PaymentLink, PaymentLinkEvent> moves,
            Holders holders,
            Fence fence,
            InstantSource clock) {
        this.links = links;
        this.books = books;
        this.moves = moves;
        this.holders = holders;
        this.fence = fence;
        this.clock = clock;
    }

    @Override
    public Set<ObjectRef.Kind> kinds() {
        return Set.of(ObjectRef.Kind.PAYMENT_LINK);
    }

    @Override
    public Handled run(Lease lease, Errand errand) {
        Holder holder = holders.of(errand.merchant(), errand.account());
        return Handled.silently(expired(lease, errand, holder));
    }

    private Optional<Instant> expired(Lease lease, Errand errand, Holder holder) {
        Instant now = clock.instant();
        return fence.inOne(lease, Optional.empty(), () -> {
            PaymentLink link = links.lock(errand.about().linkId())
                    .orElseThrow(() ->
                            new IllegalStateException("an errand about " + errand.about() + ", which does not exist"));
            if (now.isBefore(link.expiresAt())) {
                return books.errands().replace(errand.again(link.expiresAt(), false))
                        ? Optional.of(link.expiresAt())
                        : Optional.empty();
            }
            moves.keep(link, link.apply(ended(link)), witness(holder, link, now));
            books.errands().drop(errand.about());
            return Optional.empty();
        });
    }

    private static Report ended(PaymentLink link) {
        return new Report.Ended(PaymentLink.Terms.UNSAID, link.expiresAt());
    }

    private static Witness witness(Holder holder, PaymentLink link, Instant now) {
        Message nobodys = new Message(
                Bytes.utf8(""),
                "the clock",
                Fingerprint.of(List.of("lapsed", link.id().value())));
        return new Witness(
                holder,
                List.of(JournalEntry.noted(Kind.LAPSED, now, "its time was over at " + link.expiresAt())),
                nobodys,
                now);
    }
}
