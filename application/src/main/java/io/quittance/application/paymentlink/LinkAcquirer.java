package io.quittance.application.paymentlink;

import io.quittance.application.account.Holder;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who has the page where a link is paid: PayerMax, or the simulator. A call takes up to eight seconds, so it is made outside
 * any transaction. Never throws for what the other side does.
 */
public interface LinkAcquirer {
    /** Asks for a link. Where an earlier call may have arrived, {@link #find} comes first. */
    Answer<Said> create(Holder holder, PaymentLink link);

    /** Looks whether it has that link. Changes nothing. */
    Answer<Said> find(Holder holder, PaymentLink link);

    /** Ends a link before its time. */
    Answer<Said> expire(Holder holder, PaymentLink link);

    /** What it says of a link. */
    sealed interface Said {
        /**
         * It has it.
         *
         * @param expiresAt when the link ends, where that was told
         * @param terms what it is for, where that was told
         * @param expired whether the link can no longer be opened
         * @param odd which fields of the answer made no sense and decided nothing; the journal tells of them
         */
        record Has(
                Optional<UpstreamLinkId> number,
                LinkUrls urls,
                Optional<Instant> expiresAt,
                PaymentLink.Terms terms,
                boolean expired,
                List<String> odd)
                implements Said {
            public Has {
                Objects.requireNonNull(number, "number");
                Objects.requireNonNull(urls, "urls");
                Objects.requireNonNull(expiresAt, "expiresAt");
                Objects.requireNonNull(terms, "terms");
                odd = List.copyOf(odd);
            }

            /** In an answer of which every field makes sense. */
            public Has(
                    Optional<UpstreamLinkId> number,
                    LinkUrls urls,
                    Optional<Instant> expiresAt,
                    PaymentLink.Terms terms,
                    boolean expired) {
                this(number, urls, expiresAt, terms, expired, List.of());
            }
        }

        /** It has one under that id already, and made no new one. */
        record HadAlready() implements Said {}

        /** It has none under that id. */
        record HasNot() implements Said {}
    }
}
