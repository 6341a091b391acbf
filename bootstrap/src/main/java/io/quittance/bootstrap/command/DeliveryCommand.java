package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "delivery",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Shows what apps are owed, and sends it now or again. Asks the running service, or the database if none"
                        + " runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeliveryListCommand.class, DeliveryShowCommand.class, DeliveryResendCommand.class},
        footer = {
            "",
            "Examples:",
            "  quittance delivery list --state parked",
            "  quittance delivery resend --order order-1 --reason \"they lost it\""
        })
final class DeliveryCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing (expected: list, show, resend)");
    }
}
