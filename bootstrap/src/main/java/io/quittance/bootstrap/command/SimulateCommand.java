package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lets something happen at the simulator of the running service that a payer would do.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SimulateAuthorizeCommand.class},
        footer = {"", "Example:", "  quittance simulate authorize --out-trade-no P1642 --amount 100 --currency USD"})
final class SimulateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing (expected: authorize)");
    }
}
