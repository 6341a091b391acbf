package io.quittance.application.authorization;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.OrderKind;
import io.quittance.application.notification.Dialect;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelEvent;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Cancels, as an order moves: they end once, and each end is told in the enveloped form. */
public final class CancelKind implements OrderKind<Cancel, CancelEvent> {
    private final Cancels cancels;
    private final Holds holds;
    private final CancelNotices notices;

    public CancelKind(Cancels cancels, Holds holds, CancelNotices notices) {
        this.cancels = Objects.requireNonNull(cancels, "cancels");
        this.holds = Objects.requireNonNull(holds, "holds");
        this.notices = Objects.requireNonNull(notices, "notices");
    }

    @Override
    public ObjectRef ref(Cancel cancel) {
        return ObjectRef.of(cancel.id());
    }

    @Override
    public String state(Cancel cancel) {
        return name(cancel);
    }

    @Override
    public boolean ended(Cancel cancel) {
        return cancel.ended();
    }

    /** Its end moves the hold of its order, too. */
    @Override
    public void replace(Cancel next) {
        cancels.replace(next);
        if (next.ended()) {
            holds.follow(next.merchant(), next.order());
        }
    }

    @Override
    public News news(Merchant merchant, CancelEvent event, Instant at) {
        return new News(name(event.cancel()), notices.notice(merchant, event, at), Dialect.ENVELOPED, Optional.empty());
    }

    static String name(Cancel cancel) {
        return switch (cancel.state()) {
            case Cancel.State.Pending _ -> "PENDING";
            case Cancel.State.Succeeded _ -> "SUCCESS";
            case Cancel.State.Failed _ -> "FAILED";
        };
    }
}
