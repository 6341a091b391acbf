package io.quittance.application.authorization;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.OrderKind;
import io.quittance.application.notification.Dialect;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentEvent;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Payments, as an order moves: the first result that upstream tells is passed on, in the enveloped form. */
public final class PaymentKind implements OrderKind<Payment, PaymentEvent> {
    private final Payments payments;
    private final Holds holds;
    private final PaymentNotices notices;

    public PaymentKind(Payments payments, Holds holds, PaymentNotices notices) {
        this.payments = Objects.requireNonNull(payments, "payments");
        this.holds = Objects.requireNonNull(holds, "holds");
        this.notices = Objects.requireNonNull(notices, "notices");
    }

    @Override
    public ObjectRef ref(Payment payment) {
        return ObjectRef.of(payment.id());
    }

    @Override
    public AccountId account(Payment payment) {
        return payment.account();
    }

    @Override
    public String state(Payment payment) {
        return name(payment);
    }

    /** Nobody asked upstream about it through us, so there is no errand that its end could save. */
    @Override
    public boolean ended(Payment payment) {
        return false;
    }

    /** What turns out to be an authorization holds its order from now on. */
    @Override
    public boolean replace(Payment next) {
        boolean kept = payments.replace(next);
        if (kept) {
            next.authorization().ifPresent(holds::learn);
        }
        return kept;
    }

    @Override
    public News news(Merchant merchant, PaymentEvent event, Instant at) {
        return new News(
                state(event.payment()), notices.notice(merchant, event, at), Dialect.ENVELOPED, Optional.empty());
    }

    static String name(Payment payment) {
        return switch (payment.state()) {
            case Payment.State.Awaited _ -> "PENDING";
            case Payment.State.Succeeded _ -> "SUCCESS";
            case Payment.State.Failed _ -> "FAILED";
            case Payment.State.Closed _ -> "CLOSED";
        };
    }
}
