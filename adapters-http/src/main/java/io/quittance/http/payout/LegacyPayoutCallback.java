package io.quittance.http.payout;

import io.micronaut.http.HttpStatus;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.payout.FindRecipients;
import io.quittance.application.payout.SettlePayout;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.south.Callback;
import io.quittance.http.south.Senders;
import io.quittance.http.south.SignedSenders;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The result of a payout, in the flat form. PayerMax "Payment result asynchronous callback notification". Its body names
 * no merchant: D23.
 */
@Singleton
public final class LegacyPayoutCallback implements Callback {
    private final Senders senders;
    private final SettlePayout settlePayout;
    private final FindRecipients recipients;
    private final InstantSource clock;

    public LegacyPayoutCallback(
            SignedSenders senders, SettlePayout settlePayout, FindRecipients recipients, InstantSource clock) {
        this.senders = senders;
        this.settlePayout = settlePayout;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Override
    public String name() {
        return PayoutCallbackPaths.LEGACY;
    }

    @Override
    public Senders senders() {
        return senders;
    }

    @Override
    public Optional<List<List<Merchant>>> recipients(Json.Obj message) {
        return Optional.of(recipients.of(LegacyPayoutWire.order(message), LegacyPayoutWire.number(message)));
    }

    @Override
    public boolean adoptable() {
        return true;
    }

    @Override
    public Settled take(Notification notification) throws Refusal {
        SettlePayout.Told told = LegacyPayoutWire.read(
                notification.message(), notification.raw(), notification.keyId(), clock.instant());
        return settlePayout.settle(notification.candidates(), told.by(notification.of(this, told.message())));
    }

    @Override
    public Bytes acknowledgement() {
        return LegacyPayoutWire.ACKNOWLEDGEMENT;
    }

    @Override
    public Bytes refused(WireCode code, String msg) {
        return LegacyPayoutWire.refused(code, msg);
    }

    /** The older dialect has one code for all data that is invalid, and so one status. */
    @Override
    public HttpStatus notUnderstood() {
        return HttpStatus.BAD_REQUEST;
    }
}
