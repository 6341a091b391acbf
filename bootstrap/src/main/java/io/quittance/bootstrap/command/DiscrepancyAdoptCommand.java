package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.DiscrepancyCases.By;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "adopt",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Takes what the message of a discrepancy says, on your word: it is read again and goes the way of all"
                    + " news, so the order moves if it may, and its merchant is told, once.",
            "Of contradicting ends the first stands, and amount, currency and numbers of an order never change: what"
                    + " an order does not take is refused, and nothing changes. 'discrepancy show' says beforehand what"
                    + " would follow."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance discrepancy adopt 17 --reason \"in the portal it is so\"",
            "  quittance discrepancy adopt 18 --app-id 3b24... --reason \"theirs, says support\""
        })
final class DiscrepancyAdoptCommand implements Runnable {
    @Parameters(
            converter = PlainValues.Ordinal.class,
            paramLabel = "NUMBER",
            description = "Its number, as 'discrepancy list' shows it.")
    private long number;

    @Mixin
    private WhoseMessage whose;

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
        out.done("Adopted:", service.discrepancies(cases -> cases.adopt(by, whose.said())));
    }
}
