package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.DiscrepancyCases.Listing;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists the open discrepancies, the newest first. What comes behind a page is asked for with its last"
                    + " number, and none is missed or shown twice, whatever is added meanwhile."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance discrepancy list --older-than 24h --oldest-first",
            "  quittance discrepancy list --order order-1",
            "  quittance discrepancy list --ended --app-id 3b24... --limit 100"
        })
final class DiscrepancyListCommand implements Runnable {
    @Option(names = "--ended", description = "Those that were closed or adopted instead.")
    private boolean ended;

    @Option(
            names = "--kind",
            converter = SaidOf.Kind.class,
            completionCandidates = Choices.Kinds.class,
            paramLabel = "KIND",
            description =
                    "Only those about such orders: capture, cancel, payout, payment, payment-link, relay or news.")
    private String kind;

    @Option(names = "--app-id", converter = Said.App.class, paramLabel = "ID", description = "Only that app's.")
    private String appId;

    @Option(
            names = "--order",
            converter = Said.Number.class,
            paramLabel = "ID",
            description = "Only those about that order, by any number of it: ours, the merchant's or upstream's.")
    private String order;

    @Option(
            names = "--older-than",
            converter = Said.Age.class,
            paramLabel = "AGE",
            description = "Only what came that long ago or earlier, as 15m, 24h or 7d.")
    private String olderThan;

    @Option(names = "--oldest-first", description = "The oldest first.")
    private boolean oldestFirst;

    @Option(
            names = "--behind",
            converter = PlainValues.Ordinal.class,
            paramLabel = "NUMBER",
            description = "Goes on behind that one.")
    private Long behind;

    @Option(
            names = "--limit",
            converter = PlainValues.Limit.class,
            paramLabel = "N",
            defaultValue = "" + Listing.USUAL,
            description = "So many at most; ${DEFAULT-VALUE} unless told otherwise.")
    private int limit;

    @Mixin
    private DiscrepancyPrint out;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        Listing listing = new Listing(
                ended,
                Optional.ofNullable(kind),
                Optional.ofNullable(appId),
                Optional.ofNullable(order),
                Optional.ofNullable(olderThan),
                oldestFirst,
                Optional.ofNullable(behind),
                limit);
        out.list(service.discrepancies(cases -> cases.list(listing)));
    }
}
