package io.quittance.bootstrap.command;

import io.quittance.application.journal.ObjectRef;
import io.quittance.bootstrap.management.Stories.Listing;
import io.quittance.domain.text.ProtocolText;
import io.quittance.persistence.story.OrderStates;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists orders, the newest first, of one kind or of all. What comes behind a page is asked for with its last"
                    + " number, and none is missed or shown twice, whatever is added meanwhile."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance order list",
            "  quittance order list capture --state PENDING --older-than 24h",
            "  quittance order list payout --app-id 3b24... --limit 100"
        })
final class OrderListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            converter = SaidOf.Kind.class,
            completionCandidates = Choices.Kinds.class,
            paramLabel = "KIND",
            description =
                    "capture, cancel, payout, payment, payment-link, relay or news (the last two: what is passed on);"
                            + " all unless given.")
    private String kind;

    @Option(
            names = "--state",
            converter = Said.State.class,
            completionCandidates = Choices.States.class,
            paramLabel = "STATE",
            description = "Only those in that state: PENDING, SUCCESS, FAILED, of payouts also BOUNCEBACK; of payment"
                    + " links ACTIVE, PAID or EXPIRED.")
    private String state;

    @Option(names = "--app-id", converter = Said.App.class, paramLabel = "ID", description = "Only that app's.")
    private String appId;

    @Option(
            names = "--older-than",
            converter = Said.Age.class,
            paramLabel = "AGE",
            description = "Only what was made that long ago or earlier, as 15m, 24h or 7d.")
    private String olderThan;

    @Option(names = "--overdue", description = "Only what has not ended in its time, for a person to look at.")
    private boolean overdue;

    @Option(
            names = "--behind",
            converter = Said.Number.class,
            paramLabel = "NUMBER",
            description = "Goes on behind the order with that number of ours.")
    private String behind;

    @Option(
            names = "--limit",
            converter = PlainValues.Limit.class,
            paramLabel = "N",
            defaultValue = "" + Listing.USUAL,
            description = "So many at most; ${DEFAULT-VALUE} unless told otherwise.")
    private int limit;

    @Mixin
    private OrderPrint out;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        if (kind != null && state != null) {
            requireState(Choices.kind(kind));
        }
        Listing listing = new Listing(
                Optional.ofNullable(kind),
                Optional.ofNullable(state),
                Optional.ofNullable(appId),
                Optional.ofNullable(olderThan),
                overdue,
                Optional.ofNullable(behind),
                limit);
        out.list(service.stories(stories -> stories.list(listing)));
    }

    private void requireState(ObjectRef.Kind of) {
        List<String> known = OrderStates.of(of);
        if (!known.contains(state.toUpperCase(Locale.ROOT))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--state': '" + ProtocolText.excerpt(state) + "' (expected: of a " + kind
                            + " one of " + String.join(", ", known) + ")");
        }
    }
}
