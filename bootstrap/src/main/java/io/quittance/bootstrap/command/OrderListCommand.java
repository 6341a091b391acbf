package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Stories.Listing;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists the orders of one kind, the newest first. What comes behind a page is asked for with its last"
                    + " number, and none is missed or shown twice, whatever is added meanwhile."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance order list capture --state PENDING --older-than 24h",
            "  quittance order list payout --app-id 3b24... --limit 100"
        })
final class OrderListCommand implements Runnable {
    @Parameters(
            completionCandidates = Choices.Kinds.class,
            paramLabel = "KIND",
            description =
                    "capture, cancel, payout, payment, payment-link, relay or news (the last two: what is passed on).")
    private String kind;

    @Option(
            names = "--state",
            completionCandidates = Choices.States.class,
            paramLabel = "STATE",
            description = "Only those in that state: PENDING, SUCCESS, FAILED, of payouts also BOUNCEBACK; of payment"
                    + " links ACTIVE, PAID or EXPIRED.")
    private String state;

    @Option(names = "--app-id", paramLabel = "ID", description = "Only that app's.")
    private String appId;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            description = "Only what was made that long ago or earlier, as 15m, 24h or 7d.")
    private String olderThan;

    @Option(names = "--overdue", description = "Only what has not ended in its time, for a person to look at.")
    private boolean overdue;

    @Option(
            names = "--behind",
            paramLabel = "NUMBER",
            description = "Goes on behind the order with that number of ours.")
    private String behind;

    @Option(
            names = "--limit",
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
        Listing listing = new Listing(
                Optional.of(kind),
                Optional.ofNullable(state),
                Optional.ofNullable(appId),
                Optional.ofNullable(olderThan),
                overdue,
                Optional.ofNullable(behind),
                limit);
        out.list(service.stories(stories -> stories.list(listing)));
    }
}
