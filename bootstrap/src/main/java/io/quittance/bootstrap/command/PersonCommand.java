package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Finds persons in the stories of orders, and forgets them. Asks the running service, or the database if"
                        + " none runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PersonFindCommand.class, PersonForgetCommand.class},
        footer = {
            "",
            "Examples:",
            "  quittance person find payee@example.com",
            "  quittance person forget wage_8 --reason \"their request of 2026-11-27\""
        })
final class PersonCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing (expected: find, forget)");
    }
}
