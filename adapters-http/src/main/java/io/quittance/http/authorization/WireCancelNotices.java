package io.quittance.http.authorization;

import io.quittance.application.authorization.CancelNotices;
import io.quittance.domain.authorization.CancelEvent;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** Tells a merchant of its cancel in the words of the page "Cancel Notifications", under our numbers. */
public final class WireCancelNotices implements CancelNotices {
    @Override
    public Bytes notice(Merchant merchant, CancelEvent event, Instant at) {
        return CancelWire.Notification.write(merchant.app(), merchant.no(), at, CancelFacts.of(event.cancel()));
    }
}
