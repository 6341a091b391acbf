package io.quittance.application.paymentlink;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.paymentlink.SettlePaymentLink.Told;
import io.quittance.application.replay.Rereading;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.application.replay.Retelling;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Report;
import io.quittance.domain.paymentlink.PaymentLink.State;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Payment links told anew, with their transactions. */
public final class LinkRetelling implements Retelling<PaymentLink> {
    private final PaymentLinks links;
    private final Rereading<Told> reader;

    public LinkRetelling(PaymentLinks links, Rereading<Told> reader) {
        this.links = Objects.requireNonNull(links, "links");
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    @Override
    public Optional<PaymentLink> begun(ObjectRef about) {
        return links.find(about.linkId()).map(link -> in(link, new State.Active(), List.of()));
    }

    /** Report by report, as {@link LinkSettlement} does. */
    @Override
    public Heard<PaymentLink> hear(PaymentLink link, Bytes raw, Instant at) throws NotUnderstood {
        Told told = reader.read(raw, at);
        if (link.anotherThan(told.number())) {
            return new Heard<>(link, 0, true);
        }
        PaymentLink current = LinkReports.learned(link, told, at);
        int owed = 0;
        boolean refused = false;
        for (Report report : LinkReports.of(told, at)) {
            Transition<PaymentLink, PaymentLinkEvent> transition = current.apply(report);
            Heard<PaymentLink> heard = Heard.of(transition);
            owed += heard.owed();
            refused |= heard.refused();
            current = heard.after();
        }
        return new Heard<>(current, owed, refused);
    }

    /** The state tells the transactions as well; of the one that paid it no more than its number is needed. */
    @Override
    public PaymentLink standing(PaymentLink link, String state, Instant at) {
        int behind = state.indexOf(" (");
        String name = behind < 0 ? state : state.substring(0, behind);
        List<LinkTransaction> transactions =
                behind < 0 ? List.of() : transactions(state.substring(behind + 2, state.length() - 1));
        return in(
                link,
                switch (name) {
                    case "PAID" -> paid(transactions);
                    case "EXPIRED" -> new State.Expired();
                    default -> new State.Active();
                },
                transactions);
    }

    private static State paid(List<LinkTransaction> transactions) {
        return transactions.stream()
                .filter(one -> one.status() == Status.SUCCESS)
                .findFirst()
                .<State>map(one -> new State.Paid(one.no()))
                .orElseGet(State.Active::new);
    }

    private static List<LinkTransaction> transactions(String told) {
        List<LinkTransaction> transactions = new ArrayList<>();
        for (String one : told.split(", ")) {
            int status = one.lastIndexOf(' ');
            transactions.add(new LinkTransaction(
                    new TransactionNo(one.substring(0, status)),
                    Status.valueOf(one.substring(status + 1)),
                    Optional.empty(),
                    Optional.empty()));
        }
        return transactions;
    }

    @Override
    public String state(PaymentLink link) {
        return PaymentLinkKind.told(link);
    }

    private static PaymentLink in(PaymentLink link, State state, List<LinkTransaction> transactions) {
        return new PaymentLink(
                link.id(),
                link.merchant(),
                link.account(),
                link.request(),
                link.offer(),
                link.createdAt(),
                link.expiresAt(),
                link.opening(),
                state,
                transactions);
    }
}
