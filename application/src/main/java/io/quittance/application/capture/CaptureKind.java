package io.quittance.application.capture;

import io.quittance.application.authorization.Holds;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.OrderKind;
import io.quittance.application.notification.Dialect;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureEvent;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Captures, as an order moves: they end once, and each end is told in the enveloped form. */
public final class CaptureKind implements OrderKind<Capture, CaptureEvent> {
    private final Captures captures;
    private final Holds holds;
    private final CaptureNotices notices;

    public CaptureKind(Captures captures, Holds holds, CaptureNotices notices) {
        this.captures = Objects.requireNonNull(captures, "captures");
        this.holds = Objects.requireNonNull(holds, "holds");
        this.notices = Objects.requireNonNull(notices, "notices");
    }

    @Override
    public ObjectRef ref(Capture capture) {
        return ObjectRef.of(capture.id());
    }

    @Override
    public String state(Capture capture) {
        return name(capture);
    }

    @Override
    public boolean ended(Capture capture) {
        return capture.ended();
    }

    /** Its end moves the hold of its order, too. */
    @Override
    public void replace(Capture next) {
        captures.replace(next);
        if (next.ended()) {
            holds.follow(next.merchant(), next.order());
        }
    }

    @Override
    public News news(Merchant merchant, CaptureEvent event, Instant at) {
        return new News(
                name(event.capture()), notices.notice(merchant, event, at), Dialect.ENVELOPED, Optional.empty());
    }

    static String name(Capture capture) {
        return switch (capture.state()) {
            case Capture.State.Pending _ -> "PENDING";
            case Capture.State.Succeeded _ -> "SUCCESS";
            case Capture.State.Failed _ -> "FAILED";
        };
    }
}
