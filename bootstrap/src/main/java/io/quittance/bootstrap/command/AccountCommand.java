package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Opens and changes accounts with acquirers, and says which of them new orders take. Asks the running"
                        + " service, or the database if none runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AccountAddCommand.class,
            AccountListCommand.class,
            AccountSetCommand.class,
            AccountRouteCommand.class,
            AccountUnrouteCommand.class,
            AccountRoutesCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  quittance account list",
            "  quittance account route --app-id 3b24... --account 2 --service payout"
        })
final class AccountCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "A command is missing (expected: add, list, set, route, unroute, routes)");
    }
}
