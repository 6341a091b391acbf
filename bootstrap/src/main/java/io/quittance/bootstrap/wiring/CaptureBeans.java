package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.authorization.Holds;
import io.quittance.application.capture.CaptureAcquirer;
import io.quittance.application.capture.CaptureIds;
import io.quittance.application.capture.CaptureKind;
import io.quittance.application.capture.CaptureNotices;
import io.quittance.application.capture.CaptureRequests;
import io.quittance.application.capture.CaptureSettlement;
import io.quittance.application.capture.Captures;
import io.quittance.application.capture.LockedCaptures;
import io.quittance.application.capture.RequestCapture;
import io.quittance.application.capture.SettleCapture;
import io.quittance.application.capture.SubmitCapture;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.shard.Bells;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.Inquiry;
import io.quittance.bootstrap.management.Figure;
import io.quittance.bootstrap.management.Meters;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureEvent;
import io.quittance.domain.capture.CaptureId;
import io.quittance.http.capture.WireCaptureNotices;
import io.quittance.http.payermax.PayerMaxCaptureAcquirer;
import io.quittance.http.simulator.SimulatedCapture;
import io.quittance.http.simulator.SimulatedResults;
import io.quittance.http.simulator.SimulatorCaptureAcquirer;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The use cases about captures, and who settles them. */
@Factory
final class CaptureBeans {
    @Singleton
    CaptureIds ids(SecureRandom random, InstantSource clock) {
        TimedNumbers numbers = new TimedNumbers("CA", random, clock);
        return () -> new CaptureId(numbers.next());
    }

    @Singleton
    CaptureNotices notices() {
        return new WireCaptureNotices();
    }

    @Singleton
    LockedCaptures locked(Captures captures, Holds holds) {
        return new LockedCaptures(captures, holds);
    }

    @Singleton
    Moves<Capture, CaptureEvent> moves(Captures captures, Holds holds, CaptureNotices notices, Books books) {
        return new Moves<>(new CaptureKind(captures, holds, notices), books);
    }

    @Singleton
    RequestCapture requestCapture(
            LockedCaptures captures,
            Books books,
            Transactions transactions,
            CaptureIds ids,
            InstantSource clock,
            Bells bells,
            Meters meters) {
        return meters.requests(
                        "capture",
                        new CaptureRequests(captures, books, transactions, ids, clock, bells.errands())::request)
                ::apply;
    }

    @Singleton
    SettleCapture settleCapture(
            LockedCaptures captures,
            Books books,
            Moves<Capture, CaptureEvent> moves,
            Transactions transactions,
            InstantSource clock,
            Bells bells,
            Meters meters) {
        return meters.reports(
                "capture",
                new CaptureSettlement(captures, books, moves, transactions, clock, bells.deliveries())::settle)::apply;
    }

    @Singleton
    Inquiry<Capture, CaptureAcquirer.Said> submitCapture(
            Captures captures, LockedCaptures locked, Moves<Capture, CaptureEvent> moves, CaptureAcquirer acquirer) {
        return new SubmitCapture(captures, locked, moves, acquirer);
    }

    @Singleton
    SimulatedResults simulatedCapture() {
        return new SimulatedCapture();
    }

    @Singleton
    CaptureAcquirer acquirer(FarEnd farEnd, InstantSource clock) {
        return switch (farEnd) {
            case FarEnd.Simulator(var desk) -> new SimulatorCaptureAcquirer(desk);
            case FarEnd.PayerMax(var _, var call, var _) -> new PayerMaxCaptureAcquirer(call, clock);
        };
    }

    @Singleton
    Figure overdueCaptures(Captures captures) {
        return new Figure(
                "quittance.captures.overdue", "captures whose result upstream has not told in time", captures::overdue);
    }
}
