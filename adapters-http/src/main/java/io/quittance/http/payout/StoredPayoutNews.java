package io.quittance.http.payout;

import io.quittance.application.payout.SettlePayout;
import io.quittance.application.replay.Rereading;
import io.quittance.http.south.StoredMessages;

/** Reads what was told of payouts before, in whichever dialect it came: only the enveloped one has {@code data}. */
public final class StoredPayoutNews {
    private StoredPayoutNews() {}

    public static Rereading<SettlePayout.Told> reader() {
        return StoredMessages.by(
                (message, raw, key, now) -> message.field("data").isPresent()
                        ? PayoutWire.Notification.read(message, raw, key, now)
                        : LegacyPayoutWire.read(message, raw, key, now));
    }
}
