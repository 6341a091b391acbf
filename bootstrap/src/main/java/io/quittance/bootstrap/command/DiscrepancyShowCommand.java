package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.DiscrepancyCases.By;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows a discrepancy: what was told, why it was not believed, what we hold now, and what can be done."
                    + " Whether it can be adopted is tried and undone."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance discrepancy show 17",
            "  quittance discrepancy show 17 --unmasked --reason \"the bank asks for the payee, case 4711\""
        })
final class DiscrepancyShowCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            converter = PlainValues.Ordinal.class,
            paramLabel = "NUMBER",
            description = "Its number, as 'discrepancy list' shows it.")
    private long number;

    @Mixin
    private WhoseMessage whose;

    @Option(
            names = "--unmasked",
            description = "Shows names, cards and accounts as they are; who looked is kept from then on.")
    private boolean unmasked;

    @Option(
            names = "--reason",
            converter = Said.Reason.class,
            paramLabel = "TEXT",
            description = "Why it must be seen unmasked.")
    private String reason;

    @Mixin
    private Person person;

    @Mixin
    private DiscrepancyPrint out;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        if (unmasked != (reason != null)) {
            throw new ParameterException(
                    spec.commandLine(), "What is unmasked needs a reason (expected: --unmasked --reason TEXT)");
        }
        out.whole(service.discrepancies(cases ->
                unmasked ? cases.reveal(new By(number, reason, person.name())) : cases.tell(number, whose.said())));
    }
}
