package io.quittance.domain.paymentlink;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Causality;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.PaymentLinkEvent.LinkPaid;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A link that one payer pays once, and what became of it.
 *
 * <p>ACTIVE moves to PAID or to EXPIRED; EXPIRED still moves to PAID, by a payment that began before. Of several
 * payments the first stands.
 *
 * @param account the one that it goes through, for its life
 * @param expiresAt from when on it can no longer be opened, whatever its state; to the second
 * @param opening whether upstream has it
 * @param transactions all attempts that we heard of, by number
 */
public record PaymentLink(
        LinkId id,
        MerchantId merchant,
        AccountId account,
        MerchantLinkId request,
        Offer offer,
        Instant createdAt,
        Instant expiresAt,
        Opening opening,
        State state,
        List<LinkTransaction> transactions) {
    private static final Comparator<LinkTransaction> BY_NUMBER =
            Comparator.comparing(transaction -> transaction.no().value());

    public PaymentLink {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(opening, "opening");
        Objects.requireNonNull(state, "state");
        transactions = transactions.stream().sorted(BY_NUMBER).toList();
    }

    /** Where a link stands; each state holds what only it has. */
    public sealed interface State {
        record Active() implements State {}

        record Paid(TransactionNo by) implements State {}

        record Expired() implements State {}
    }

    /** How far it has come upstream, where the payer pays. */
    public sealed interface Opening {
        /**
         * Upstream is being asked for it.
         *
         * @param until the answer is there by then; found later, the call was cut off and nobody knows what came of it
         * @param unsure whether an earlier call may have arrived
         */
        record Asking(Instant until, boolean unsure) implements Opening {}

        /** Upstream was asked, and nobody knows whether it has it. */
        record Doubtful() implements Opening {}

        /** Upstream certainly does not have it: it was refused or never arrived. May be asked for with other content. */
        record Unheard() implements Opening {}

        record Opened(Optional<UpstreamLinkId> number, LinkUrls urls) implements Opening {
            public Opened {
                Objects.requireNonNull(number, "number");
                Objects.requireNonNull(urls, "urls");
            }
        }
    }

    /** What is said of a link, by upstream or by the clock. */
    public sealed interface Report {
        Terms terms();

        /** It is there; nothing else. */
        record Standing(Terms terms) implements Report {}

        /** How one attempt to pay it stands. */
        record Transacted(Terms terms, LinkTransaction transaction) implements Report {}

        /** It can no longer be opened. @param at from when on */
        record Ended(Terms terms, Instant at) implements Report {}
    }

    /** What a report says of the terms. What it leaves out counts as unchanged. */
    public record Terms(Optional<BigDecimal> amount, Optional<Currency> currency) {
        /** A report that speaks of no terms at all. */
        public static final Terms UNSAID = new Terms(Optional.empty(), Optional.empty());

        public Terms {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(currency, "currency");
        }
    }

    /** A new one, as it stands while upstream is asked for it. @param until see {@link Opening.Asking} */
    public static PaymentLink asked(
            LinkId id,
            MerchantId merchant,
            AccountId account,
            MerchantLinkId request,
            Offer offer,
            Instant at,
            Duration validity,
            Instant until) {
        return new PaymentLink(
                id,
                merchant,
                account,
                request,
                offer,
                at,
                at.plus(validity),
                new Opening.Asking(until, false),
                new State.Active(),
                List.of());
    }

    /** Takes in a report. Total: whatever comes, whenever it comes, there is an answer. */
    public Transition<PaymentLink, PaymentLinkEvent> apply(Report report) {
        Optional<String> contradiction = contradiction(report.terms());
        if (contradiction.isPresent()) {
            return new Refused<>(this, contradiction.get());
        }
        return switch (report) {
            case Report.Standing _ -> new Unmoved<>(this);
            case Report.Transacted(var _, var told) -> transacted(told);
            case Report.Ended(var _, var at) -> ended(at);
        };
    }

    private Transition<PaymentLink, PaymentLinkEvent> transacted(LinkTransaction told) {
        Optional<Status> known = transaction(told.no()).map(LinkTransaction::status);
        if (known.isEmpty() || known.get() == Status.PENDING && told.status() != Status.PENDING) {
            return told.status() == Status.SUCCESS ? paid(told) : new Moved<>(with(told), List.of());
        }
        return told.status() != Status.PENDING && told.status() != known.get()
                ? new Refused<>(this, "another end of a transaction that has ended")
                : new Unmoved<>(this);
    }

    private Transition<PaymentLink, PaymentLinkEvent> paid(LinkTransaction by) {
        return switch (state) {
            case State.Active _, State.Expired _ -> {
                PaymentLink next = with(by).in(new State.Paid(by.no()));
                yield new Moved<>(next, List.of(new LinkPaid(next, by)));
            }
            case State.Paid _ -> new Refused<>(this, "a second payment of a link that is paid");
        };
    }

    /** The earliest end counts, so that it does not matter in which order ends and payments are told. */
    private Transition<PaymentLink, PaymentLinkEvent> ended(Instant at) {
        PaymentLink ended = at.isBefore(expiresAt) ? until(at) : this;
        return switch (state) {
            case State.Active _ -> new Moved<>(ended.in(new State.Expired()), List.of());
            case State.Expired _, State.Paid _ -> new Unmoved<>(ended);
        };
    }

    private Optional<String> contradiction(Terms told) {
        if (told.currency()
                .filter(other -> !other.equals(offer.amount().currency()))
                .isPresent()) {
            return Optional.of("another currency");
        }
        if (told.amount()
                .filter(other -> other.compareTo(offer.amount().amount()) != 0)
                .isPresent()) {
            return Optional.of("another amount");
        }
        return Optional.empty();
    }

    /** A transaction of it as it is shown and told: not completed before the link was made. */
    public LinkTransaction shown(LinkTransaction one) {
        return new LinkTransaction(
                one.no(), one.status(), Causality.notBefore(createdAt, one.completedAt()), one.details());
    }

    /** Whether these are the terms of this link, as far as they are told. */
    public boolean fits(Terms told) {
        return contradiction(told).isEmpty();
    }

    /** Whether it can no longer be opened at that time; a paid one as well (E2). True from the second of its end on. */
    public boolean expiredAt(Instant now) {
        return state instanceof State.Expired || !now.isBefore(expiresAt);
    }

    public boolean isPaid() {
        return state instanceof State.Paid;
    }

    /** Where it is paid; empty as long as upstream is not known to have it. */
    public Optional<LinkUrls> urls() {
        return opening instanceof Opening.Opened(var _, var urls) ? Optional.of(urls) : Optional.empty();
    }

    public Optional<LinkTransaction> transaction(TransactionNo no) {
        return transactions.stream().filter(one -> one.no().equals(no)).findFirst();
    }

    /** The same, with upstream being asked for it again. */
    public PaymentLink askedAgain(Instant until) {
        boolean unsure = !(opening instanceof Opening.Unheard);
        return with(new Opening.Asking(until, unsure), expiresAt, state);
    }

    /** What upstream never had, asked for anew, with what may be other content. */
    public PaymentLink renewed(Offer next, Instant at, Duration validity, Instant until) {
        return new PaymentLink(
                id,
                merchant,
                account,
                request,
                next,
                at,
                at.plus(validity),
                new Opening.Asking(until, false),
                new State.Active(),
                transactions);
    }

    /** The same after a call that did not open it. */
    public PaymentLink notOpened(Opening next) {
        return with(next, expiresAt, state);
    }

    /** Whether upstream's id of it is known, and another than that: then this is another link upstream. */
    public boolean anotherThan(Optional<UpstreamLinkId> told) {
        return told.isPresent()
                && opening instanceof Opening.Opened(var number, var _)
                && number.filter(known -> !known.equals(told.get())).isPresent();
    }

    /**
     * The same, known upstream; what it learned first stays, and what is missing is filled in.
     *
     * @param until when it ends, as upstream says; one that only our own clock had ended lives again if that is later
     */
    public PaymentLink opened(Opening.Opened known, Optional<Instant> until, Instant now) {
        if (opening instanceof Opening.Opened(var number, var urls)) {
            LinkUrls page = urls.page().isEmpty() ? known.urls() : urls;
            return with(new Opening.Opened(number.or(known::number), page), expiresAt, state);
        }
        Instant end = until.orElse(expiresAt);
        boolean again = state instanceof State.Expired && now.isBefore(end);
        return with(known, end, again ? new State.Active() : state);
    }

    /** The same without what it holds of persons. */
    public PaymentLink forgotten() {
        List<LinkTransaction> all =
                transactions.stream().map(LinkTransaction::forgotten).toList();
        return new PaymentLink(
                id, merchant, account, request, offer.forgotten(), createdAt, expiresAt, opening, state, all);
    }

    private PaymentLink with(LinkTransaction told) {
        List<LinkTransaction> all = Stream.concat(
                        transactions.stream().filter(one -> !one.no().equals(told.no())), Stream.of(told))
                .toList();
        return new PaymentLink(id, merchant, account, request, offer, createdAt, expiresAt, opening, state, all);
    }

    private PaymentLink in(State next) {
        return with(opening, expiresAt, next);
    }

    private PaymentLink until(Instant end) {
        return with(opening, end, state);
    }

    private PaymentLink with(Opening nextOpening, Instant end, State next) {
        return new PaymentLink(id, merchant, account, request, offer, createdAt, end, nextOpening, next, transactions);
    }
}
