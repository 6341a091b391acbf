package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.ByWhom;
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
        description =
                "Shows one message that an app is owed: about which order it is, where it goes now, when it is tried"
                        + " next and why then, and what its receiver answered so far.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance delivery show 4711",
            "  quittance delivery show 4711 --unmasked --reason \"they ask what it says\""
        })
final class DeliveryShowCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            converter = Said.Ordinal.class,
            paramLabel = "ID",
            description = "Its number, as 'delivery list' shows it.")
    private String id;

    @Option(
            names = "--unmasked",
            description = "Shows names, cards and accounts as they are; that stands in the order's story from then on.")
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
    private DeliveryPrint out;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        if (unmasked != (reason != null)) {
            throw new ParameterException(
                    spec.commandLine(), "What is unmasked needs a reason (expected: --unmasked --reason TEXT)");
        }
        out.one(service.deliveries(deliveries ->
                unmasked ? deliveries.reveal(id, new ByWhom(person.name(), reason)) : deliveries.show(id)));
    }
}
