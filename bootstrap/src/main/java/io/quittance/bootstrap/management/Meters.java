package io.quittance.bootstrap.management;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.NotificationSender;
import io.quittance.application.retention.ForgetOldOrders;
import io.quittance.http.north.RefusalCounts;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.server.CutConnections;
import io.quittance.http.wire.StrangerGate;
import io.quittance.http.wire.WireCode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Counts what operators ask about: requests taken, reports heard, deliveries made, and what waits or hangs. */
public final class Meters {
    private final MeterRegistry registry;
    private final Map<String, MultiGauge> surveys = new ConcurrentHashMap<>();

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** The same use case, counted by what it answers: each outcome is counted under its own name. */
    public <C, Q, O> BiFunction<C, Q, O> requests(String api, BiFunction<C, Q, O> useCase) {
        return counted("quittance.requests", "api", api, Meters::named, useCase);
    }

    /** @param accepted the outcome that is counted as {@code accepted}, whatever its name */
    public <C, Q, O> BiFunction<C, Q, O> requests(
            String api, Class<? extends O> accepted, BiFunction<C, Q, O> useCase) {
        Function<O, String> name = outcome -> accepted.isInstance(outcome) ? "accepted" : named(outcome);
        return counted("quittance.requests", "api", api, name, useCase);
    }

    /** The same use case, counted by what became of a report. */
    public <C, T> BiFunction<C, T, Settled> reports(String about, BiFunction<C, T, Settled> useCase) {
        return counted("quittance.reports", "about", about, Meters::named, useCase);
    }

    private <C, Q, O> BiFunction<C, Q, O> counted(
            String meter, String tag, String value, Function<O, String> name, BiFunction<C, Q, O> useCase) {
        return (caller, asked) -> {
            O outcome = useCase.apply(caller, asked);
            registry.counter(meter, tag, value, "outcome", name.apply(outcome)).increment();
            return outcome;
        };
    }

    /** As in {@code not_allowed}. */
    private static String named(Object outcome) {
        String name = outcome instanceof Enum<?> constant
                ? constant.name()
                : outcome.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return name.toLowerCase(Locale.ROOT);
    }

    /** The same sender, timed and counted by what came of it. */
    public NotificationSender deliveries(NotificationSender sender) {
        return (endpoint, body, signed, dialect, stillOurs) -> {
            NotificationSender.Attempt attempt = sender.send(endpoint, body, signed, dialect, stillOurs);
            switch (attempt) {
                case NotificationSender.Acknowledged made -> delivered(made, true);
                case NotificationSender.NotAcknowledged made -> delivered(made, false);
                case NotificationSender.NotMade notMade -> notDelivered(notMade);
            }
            return attempt;
        };
    }

    private void delivered(NotificationSender.Made made, boolean acknowledged) {
        Timer.builder("quittance.deliveries")
                .description("attempts to tell a merchant")
                .tag("acknowledged", Boolean.toString(acknowledged))
                .register(registry)
                .record(made.reply().took());
    }

    private void notDelivered(NotificationSender.NotMade notMade) {
        Counter.builder("quittance.deliveries.not.made")
                .description("messages that were not sent when their turn came, and are no attempt")
                .tag("reason", named(notMade))
                .register(registry)
                .increment();
    }

    /** The same, with what it did not send counted, as too much was under way for that purpose. */
    public JsonPost posts(String purpose, JsonPost post) {
        FunctionCounter.builder("quittance.posts.crowded", post, JsonPost::crowded)
                .description("posts not made, as too many were under way")
                .tag("purpose", purpose)
                .register(registry);
        return post;
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

    /** Connections that we ended since the start, by the reason; to be kept alive as the counts above are. */
    public void cut(CutConnections counts) {
        for (CutConnections.Reason reason : CutConnections.Reason.values()) {
            FunctionCounter.builder("quittance.connections.cut", counts, all -> all.of(reason))
                    .description("connections of clients that were too slow or too many")
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    /** What came of strangers and was not checked, since the start, by the limit; to be kept alive as the counts above are. */
    public void limited(StrangerGate gate) {
        for (StrangerGate.Limit limit : StrangerGate.Limit.values()) {
            FunctionCounter.builder("quittance.limited", gate, one -> one.refused(limit))
                    .description("requests and notifications not checked, as too many had failed")
                    .tag("by", limit.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    /** Shows what was looked up, until something else was. */
    public void show(Survey survey, Map<String, ? extends Number> numbers) {
        surveys.computeIfAbsent(
                        survey.name(),
                        name -> MultiGauge.builder(name)
                                .description(survey.description())
                                .register(registry))
                .register(
                        numbers.entrySet().stream()
                                .<MultiGauge.Row<?>>map(entry -> MultiGauge.Row.of(
                                        survey.label()
                                                .map(label -> Tags.of(label, entry.getKey()))
                                                .orElse(Tags.empty()),
                                        entry.getValue()))
                                .toList(),
                        true);
    }

    /** What was cleared away, and how old the oldest is that is left, by kind; not a number while nobody has looked. */
    public void forgotten(ForgetOldOrders orders, InstantSource clock) {
        for (ObjectRef.Kind kind : ObjectRef.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            FunctionCounter.builder("quittance.orders.forgotten", orders, all -> all.forgotten(kind))
                    .description("old orders that were deleted")
                    .tag("kind", name)
                    .register(registry);
            Gauge.builder("quittance.orders.oldest.days", () -> days(orders.oldest(kind), clock))
                    .description("days since the first of the month of the oldest order")
                    .tag("kind", name)
                    .strongReference(true)
                    .register(registry);
        }
    }

    private static double days(Optional<YearMonth> month, InstantSource clock) {
        return month.map(begun ->
                        ChronoUnit.DAYS.between(begun.atDay(1), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }

    /** Shows a figure from now on; not a number while it cannot be read. */
    public void gauge(Figure figure) {
        Gauge.builder(figure.name(), figure.number())
                .description(figure.description())
                .strongReference(true)
                .register(registry);
    }
}
