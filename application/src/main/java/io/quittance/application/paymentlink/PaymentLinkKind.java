package io.quittance.application.paymentlink;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.OrderKind;
import io.quittance.application.notification.Dialect;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import io.quittance.domain.paymentlink.PaymentLinkEvent.LinkPaid;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;

/** Payment links, as an order moves: what is told is each transaction that pays one. */
public final class PaymentLinkKind implements OrderKind<PaymentLink, PaymentLinkEvent> {
    private final PaymentLinks links;
    private final PaymentLinkNotices notices;

    public PaymentLinkKind(PaymentLinks links, PaymentLinkNotices notices) {
        this.links = Objects.requireNonNull(links, "links");
        this.notices = Objects.requireNonNull(notices, "notices");
    }

    @Override
    public ObjectRef ref(PaymentLink link) {
        return ObjectRef.of(link.id());
    }

    @Override
    public AccountId account(PaymentLink link) {
        return link.account();
    }

    @Override
    public String state(PaymentLink link) {
        return told(link);
    }

    /** Nothing is left to do at the end of its time. */
    @Override
    public boolean ended(PaymentLink link) {
        return !(link.state() instanceof PaymentLink.State.Active);
    }

    @Override
    public boolean replace(PaymentLink next) {
        return links.replace(next);
    }

    @Override
    public News news(Merchant merchant, PaymentLinkEvent event, Instant at) {
        LinkPaid paid = switch (event) {
            case LinkPaid it -> it;
        };
        return new News(
                "SUCCESS of transaction " + paid.by().no(),
                notices.notice(merchant, event, at),
                Dialect.ENVELOPED,
                paid.link().offer().notifyUrl());
    }

    static String name(PaymentLink link) {
        return switch (link.state()) {
            case PaymentLink.State.Active _ -> "ACTIVE";
            case PaymentLink.State.Paid _ -> "PAID";
            case PaymentLink.State.Expired _ -> "EXPIRED";
        };
    }

    /** With the transactions, as these may move while the link stays; {@link LinkRetelling} reads it again. */
    static String told(PaymentLink link) {
        String name = name(link);
        return link.transactions().isEmpty()
                ? name
                : name
                        + link.transactions().stream()
                                .map(one -> one.no() + " " + one.status())
                                .collect(Collectors.joining(", ", " (", ")"));
    }
}
