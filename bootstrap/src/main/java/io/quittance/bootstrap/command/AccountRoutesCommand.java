package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "routes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows an app's routes; of those that fit an order the first counts.",
        sortOptions = false,
        footer = {"", "Example:", "  quittance account routes --app-id 3b24..."})
final class AccountRoutesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--app-id", required = true, paramLabel = "ID", description = "Whose orders they are.")
    private String appId;

    @Override
    public void run() {
        AccountPrint.on(spec, out -> out.routes("", ServiceAccess.accounts(accounts -> accounts.routes(appId))));
    }
}
