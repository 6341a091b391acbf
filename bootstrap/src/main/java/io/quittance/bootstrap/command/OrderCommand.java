package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "order",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Shows orders of all kinds and their stories, and ends what does not end by itself. Asks the running"
                        + " service, or the database if none runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {OrderShowCommand.class, OrderListCommand.class, OrderAskCommand.class, OrderSettleCommand.class},
        footer = {"", "Examples:", "  quittance order show order-1", "  quittance order list capture --overdue"})
final class OrderCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing (expected: show, list, ask, settle)");
    }
}
