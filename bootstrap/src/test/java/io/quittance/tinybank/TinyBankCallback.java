package io.quittance.tinybank;

import io.quittance.application.capture.SettleOperation;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.south.Callback;
import io.quittance.http.wire.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Where TinyBank may tell how a capture has ended. */
record TinyBankCallback(TinyBankSenders senders, SettleOperation settleOperation, InstantSource clock)
        implements Callback {
    @Override
    public String name() {
        return "tinyBankTold";
    }

    @Override
    public boolean adoptable() {
        return true;
    }

    @Override
    public Settled take(Notification notification) throws Refusal {
        TinyBankCapture told = TinyBankCapture.read(notification.message());
        Fingerprint same = Fingerprint.of(
                List.of(name(), told.id(), told.state(), told.terms().toString()));
        return settleOperation.settle(
                notification.candidates(),
                new SettleOperation.Told(
                        Sort.CAPTURE,
                        new RequestId(told.id()),
                        told.report(clock.instant()),
                        Optional.empty(),
                        Optional.empty(),
                        notification.of(this, new Message(notification.raw(), notification.keyId(), same))));
    }

    @Override
    public Bytes acknowledgement() {
        return Bytes.utf8("{\"ok\":true}");
    }
}
