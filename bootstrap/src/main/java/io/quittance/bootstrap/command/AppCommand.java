package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "app",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Registers apps and shows or changes registered ones. Asks the running service, or the database if"
                        + " none runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AppAddCommand.class,
            AppListCommand.class,
            AppShowCommand.class,
            AppSetCommand.class,
            AppDisableCommand.class,
            AppEnableCommand.class,
            AppSetNotifyUrlCommand.class,
            AppRemoveCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  quittance app list",
            "  quittance app show --app-id 3b242b56a8b64274bcc37dac281120e3",
            "  quittance app set-notify-url --app-id 3b24... --notify-url https://a.example/n"
        })
final class AppCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is missing (expected: add, list, show, set, disable, enable, set-notify-url, remove)");
    }
}
