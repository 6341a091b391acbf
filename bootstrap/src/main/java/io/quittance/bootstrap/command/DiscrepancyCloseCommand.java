package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.DiscrepancyCases.By;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Says that a discrepancy is settled. Nothing moves and nobody is told; who said so and why is kept, also"
                    + " in the story of its order. A second call answers who has closed it; one that was adopted is"
                    + " refused."
        },
        sortOptions = false,
        footer = {"", "Example:", "  quittance discrepancy close 17 --reason \"their mistake, case 4711\""})
final class DiscrepancyCloseCommand implements Runnable {
    @Parameters(
            converter = PlainValues.Ordinal.class,
            paramLabel = "NUMBER",
            description = "Its number, as 'discrepancy list' shows it.")
    private long number;

    @Option(
            names = "--reason",
            converter = Said.Reason.class,
            required = true,
            paramLabel = "TEXT",
            description = "Why, for whoever reads of it.")
    private String reason;

    @Mixin
    private Person person;

    @Mixin
    private DiscrepancyPrint out;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        By by = new By(number, reason, person.name());
        out.done("Closed.", service.discrepancies(cases -> cases.close(by)));
    }
}
