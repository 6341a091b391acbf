package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists keys, and changes them with an overlap, while all goes on.",
            "Asks the running service, or the database if none runs."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            KeyListCommand.class,
            KeyAddCommand.class,
            KeyMoveCommand.class,
            KeyRetireCommand.class,
            KeyRevokeCommand.class,
            KeyDrillCommand.class
        },
        footer = {
            "",
            "Examples, in this order:",
            "  quittance key add --app-id my-shop their-new-key.pem",
            "  quittance key list --app-id my-shop             until the new one is used",
            "  quittance key retire --app-id my-shop 3b242b56a8b64274 --until 24h"
        })
final class KeyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "A command is missing (expected: list, add, move, retire, revoke, drill)");
    }
}
