package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Deliveries.Filter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which deliveries a command is about. */
final class DeliveryFilter {
    @Option(
            names = "--order",
            converter = Said.Number.class,
            paramLabel = "ID",
            description = "About one order, by any number of it.")
    private String order;

    @Option(names = "--app-id", converter = Said.App.class, paramLabel = "ID", description = "Owed to that app.")
    private String appId;

    @Option(
            names = "--kind",
            converter = SaidOf.Kind.class,
            completionCandidates = Choices.Kinds.class,
            paramLabel = "KIND",
            description = "About capture, cancel, payout, payment, payment-link or news (the last: what is passed on).")
    private String kind;

    @Option(
            names = "--state",
            converter = SaidOf.DeliveryState.class,
            completionCandidates = Choices.DeliveryStates.class,
            paramLabel = "STATE",
            description =
                    "waiting, retrying, held (by its endpoint), behind (an earlier one of its order), parked or aside;"
                            + " of one order also delivered.")
    private String state;

    @Option(
            names = "--since",
            converter = Said.TimeOrAge.class,
            paramLabel = "TIME",
            description = "Owed first then or later: as 2026-11-27T05:00:00Z, or an age as 24h.")
    private String since;

    @Option(
            names = "--until",
            converter = Said.TimeOrAge.class,
            paramLabel = "TIME",
            description = "Owed first then or earlier.")
    private String until;

    /** Whether it names an order, and nothing else. */
    Optional<String> orderAlone() {
        return Optional.of(filter()).filter(Filter::isOrderAlone).flatMap(Filter::order);
    }

    /** Whether they are owed no more. */
    boolean areTold() {
        return "delivered".equals(state);
    }

    boolean isOfOrder() {
        return order != null;
    }

    Filter filter() {
        return new Filter(
                Optional.ofNullable(order),
                Optional.ofNullable(appId),
                Optional.ofNullable(kind),
                Optional.ofNullable(state),
                Optional.ofNullable(since),
                Optional.ofNullable(until));
    }

    boolean isEmpty() {
        return filter().equals(new DeliveryFilter().filter());
    }
}
