package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "discrepancy",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Shows and ends discrepancies: verified news that contradicts what we hold, or that cannot be used."
                        + " Asks the running service, or the database if none runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DiscrepancyListCommand.class,
            DiscrepancyShowCommand.class,
            DiscrepancyCloseCommand.class,
            DiscrepancyAdoptCommand.class
        },
        footer = {"", "Examples:", "  quittance discrepancy list", "  quittance discrepancy show 17"})
final class DiscrepancyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing (expected: list, show, close, adopt)");
    }
}
