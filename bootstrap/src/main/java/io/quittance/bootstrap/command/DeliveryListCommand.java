package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Stories.Listing;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists what apps are owed, the longest owed first. What comes behind a page is asked for with its last"
                    + " number, and none is missed or shown twice, whatever is told meanwhile.",
            "What an app has acknowledged is owed no more; of one order it is shown as well."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance delivery list --app-id 3b24... --state parked",
            "  quittance delivery list --until 24h --limit 100",
            "  quittance delivery list --order order-1"
        })
final class DeliveryListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeliveryFilter wanted;

    @Option(
            names = "--behind",
            converter = Said.Ordinal.class,
            paramLabel = "ID",
            description = "Goes on behind that delivery.")
    private String behind;

    @Option(
            names = "--limit",
            converter = PlainValues.Limit.class,
            paramLabel = "N",
            defaultValue = "" + Listing.USUAL,
            description = "So many at most; ${DEFAULT-VALUE} unless told otherwise.")
    private int limit;

    @Mixin
    private DeliveryPrint out;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        if (wanted.areTold() && !wanted.isOfOrder()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "What was delivered is known of one order alone (expected: --order ID with --state delivered)");
        }
        out.list(
                service.deliveries(deliveries -> deliveries.list(wanted.filter(), Optional.ofNullable(behind), limit)));
    }
}
