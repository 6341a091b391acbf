package io.quittance.http.capture;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.capture.RequestOperation;
import io.quittance.application.capture.SettleOperation;
import io.quittance.http.north.NorthCall;
import io.quittance.http.south.Callback;
import io.quittance.http.south.SignedSenders;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Where merchants ask for captures and cancels, and where upstream tells of them. */
@Factory
final class OperationEndpoints {
    @Singleton
    NorthCall capture(RequestOperation requestOperation) {
        return new OperationCall(OperationPage.CAPTURE, requestOperation);
    }

    @Singleton
    NorthCall cancel(RequestOperation requestOperation) {
        return new OperationCall(OperationPage.CANCEL, requestOperation);
    }

    @Singleton
    Callback captured(SignedSenders senders, SettleOperation settleOperation, InstantSource clock) {
        return new OperationCallback(senders, OperationPage.CAPTURE, settleOperation, clock);
    }

    @Singleton
    Callback cancelled(SignedSenders senders, SettleOperation settleOperation, InstantSource clock) {
        return new OperationCallback(senders, OperationPage.CANCEL, settleOperation, clock);
    }
}
