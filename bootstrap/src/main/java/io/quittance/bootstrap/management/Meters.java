package io.quittance.bootstrap.management;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.quittance.application.authorization.RelayPayment;
import io.quittance.application.authorization.RequestCancel;
import io.quittance.application.authorization.SettleCancel;
import io.quittance.application.capture.RequestCapture;
import io.quittance.application.capture.SettleCapture;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.NotificationSender;
import io.quittance.application.paymentlink.CreatePaymentLink;
import io.quittance.application.paymentlink.ExpirePaymentLink;
import io.quittance.application.paymentlink.SettlePaymentLink;
import io.quittance.application.payout.RequestPayout;
import io.quittance.application.payout.SettlePayout;
import io.quittance.application.relay.RelayRequest;
import io.quittance.domain.text.Bytes;
import io.quittance.http.north.RefusalCounts;
import io.quittance.http.wire.WireCode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.function.Supplier;

/** Counts what operators ask about: requests taken, reports heard, deliveries made, and what waits or hangs. */
public final class Meters {
    private final MeterRegistry registry;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** The same use case, counted by outcome. */
    public RequestCapture requests(RequestCapture captures) {
        return (caller, command) -> {
            RequestCapture.Outcome outcome = captures.request(caller, command);
            String name = switch (outcome) {
                case RequestCapture.Outcome.Accepted _ -> "accepted";
                case RequestCapture.Outcome.Repeated _ -> "repeated";
                case RequestCapture.Outcome.Conflicting _ -> "conflicting";
                case RequestCapture.Outcome.NotAllowed _ -> "not_allowed";
            };
            request("capture", name);
            return outcome;
        };
    }

    /** The same use case, counted by outcome. */
    public RequestCancel cancelRequests(RequestCancel cancels) {
        return (caller, command) -> {
            RequestCancel.Outcome outcome = cancels.request(caller, command);
            String name = switch (outcome) {
                case RequestCancel.Outcome.Accepted _ -> "accepted";
                case RequestCancel.Outcome.Repeated _ -> "repeated";
                case RequestCancel.Outcome.Conflicting _ -> "conflicting";
                case RequestCancel.Outcome.NotAllowed _ -> "not_allowed";
            };
            request("cancel", name);
            return outcome;
        };
    }

    /** The same use case, counted by outcome. */
    public CreatePaymentLink creations(CreatePaymentLink links) {
        return (caller, command) -> {
            CreatePaymentLink.Outcome outcome = links.create(caller, command);
            request(
                    "createPaybylink",
                    switch (outcome) {
                        case CreatePaymentLink.Outcome.Created _ -> "accepted";
                        case CreatePaymentLink.Outcome.Repeated _ -> "repeated";
                        case CreatePaymentLink.Outcome.Conflicting _ -> "conflicting";
                        case CreatePaymentLink.Outcome.Refused _ -> "refused";
                        case CreatePaymentLink.Outcome.Undecided _ -> "undecided";
                        case CreatePaymentLink.Outcome.Unaccepted _ -> "unaccepted";
                    });
            return outcome;
        };
    }

    /** The same use case, counted by outcome. */
    public ExpirePaymentLink expiries(ExpirePaymentLink links) {
        return (caller, command) -> {
            ExpirePaymentLink.Outcome outcome = links.expire(caller, command);
            request(
                    "expirePaybylink",
                    switch (outcome) {
                        case ExpirePaymentLink.Outcome.Expired _ -> "accepted";
                        case ExpirePaymentLink.Outcome.Paid _ -> "paid";
                        case ExpirePaymentLink.Outcome.Unknown _ -> "unknown";
                        case ExpirePaymentLink.Outcome.Refused _ -> "refused";
                        case ExpirePaymentLink.Outcome.Undecided _ -> "undecided";
                        case ExpirePaymentLink.Outcome.Unaccepted _ -> "unaccepted";
                    });
            return outcome;
        };
    }

    /** The same use case, counted by outcome. */
    public SettleCapture reports(SettleCapture captures) {
        return (candidates, told) -> {
            Settled outcome = captures.settle(candidates, told);
            report("capture", outcome);
            return outcome;
        };
    }

    /** The same use case, counted by outcome. */
    public RequestPayout payoutRequests(RequestPayout payouts) {
        return (caller, command) -> {
            RequestPayout.Outcome outcome = payouts.request(caller, command);
            request(
                    "payout",
                    switch (outcome) {
                        case RequestPayout.Outcome.Accepted _ -> "accepted";
                        case RequestPayout.Outcome.Repeated _ -> "repeated";
                    });
            return outcome;
        };
    }

    /** The same use case, counted by outcome. */
    public SettlePayout payoutReports(SettlePayout payouts) {
        return (candidates, told) -> {
            Settled outcome = payouts.settle(candidates, told);
            report("payout", outcome);
            return outcome;
        };
    }

    /** The same use case, counted by outcome. */
    public SettlePaymentLink linkReports(SettlePaymentLink links) {
        return (candidates, told) -> {
            Settled outcome = links.settle(candidates, told);
            report("payment_link", outcome);
            return outcome;
        };
    }

    /** The same use case, counted by outcome. */
    public SettleCancel cancelReports(SettleCancel cancels) {
        return (candidates, told) -> {
            Settled outcome = cancels.settle(candidates, told);
            report("cancel", outcome);
            return outcome;
        };
    }

    /** The same use case, counted by outcome. */
    public RelayPayment paymentReports(RelayPayment payments) {
        return (candidates, told) -> {
            Settled outcome = payments.relay(candidates, told);
            report("payment", outcome);
            return outcome;
        };
    }

    /** The same use case, counted; by no name, as a merchant may make up many. */
    public RelayRequest relays(RelayRequest relays) {
        return (caller, command) -> {
            Bytes reply = relays.relay(caller, command);
            request("relay", "accepted");
            return reply;
        };
    }

    private void request(String api, String outcome) {
        registry.counter("quittance.requests", "api", api, "outcome", outcome).increment();
    }

    private void report(String about, Settled outcome) {
        registry.counter("quittance.reports", "about", about, "outcome", lower(outcome))
                .increment();
    }

    /** The same sender, timed and counted by what came of it. */
    public NotificationSender deliveries(NotificationSender sender) {
        return (endpoint, body, signed, dialect) -> {
            NotificationSender.Attempt attempt = sender.send(endpoint, body, signed, dialect);
            Timer.builder("quittance.deliveries")
                    .description("attempts to tell a merchant")
                    .tag("acknowledged", Boolean.toString(attempt.acknowledged()))
                    .register(registry)
                    .record(attempt.took());
            return attempt;
        };
    }

    /** Requests refused since the start, by code. The counts must live as long as we do: the registry does not hold them. */
    public void refusals(RefusalCounts counts) {
        for (WireCode code : EnumSet.complementOf(EnumSet.of(WireCode.APPLY_SUCCESS))) {
            FunctionCounter.builder("quittance.refusals", counts, all -> all.of(code))
                    .description("requests that failed a check")
                    .tag("code", code.name())
                    .register(registry);
        }
    }

    /** A number that is looked up when somebody reads the metrics; unknown while it cannot be. */
    public void gauge(String name, String description, Supplier<Number> number) {
        Gauge.builder(name, number)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private static String lower(Enum<?> outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
