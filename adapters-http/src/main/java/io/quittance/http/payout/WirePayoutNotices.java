package io.quittance.http.payout;

import io.quittance.application.payout.PayoutNotices;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.PayoutEvent;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** Tells a merchant of its payout in the dialect that it was registered with, under our numbers. */
public final class WirePayoutNotices implements PayoutNotices {
    @Override
    public Bytes notice(Merchant merchant, PayoutEvent event, Instant at) {
        PayoutFacts facts = PayoutFacts.of(event.payout());
        return switch (merchant.payoutDialect()) {
            case V2 -> PayoutWire.Notification.write(merchant.app(), merchant.no(), at, facts);
            case LEGACY -> LegacyPayoutWire.write(facts);
        };
    }
}
