package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "endpoint",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Shows where apps are told their results, and sets, holds, releases or tests that. Asks the running"
                        + " service, or the database if none runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EndpointListCommand.class,
            EndpointShowCommand.class,
            EndpointSetCommand.class,
            EndpointSetTlsCommand.class,
            EndpointRemoveCommand.class,
            EndpointHoldCommand.class,
            EndpointReleaseCommand.class,
            EndpointTestCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  quittance endpoint list",
            "  quittance endpoint hold 3b24... --reason \"they move house until Monday\""
        })
final class EndpointCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is missing (expected: list, show, set, set-tls, remove, hold, release, test)");
    }
}
