package io.quittance.http.capture;

import io.quittance.application.capture.OperationNotices;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** Tells a merchant of its operation in the words of its page of notifications, under our numbers. */
public final class WireOperationNotices implements OperationNotices {
    @Override
    public Bytes notice(Merchant merchant, OperationEnded event, Instant at) {
        return OperationWire.Notification.write(merchant.app(), merchant.no(), at, event.operation());
    }
}
