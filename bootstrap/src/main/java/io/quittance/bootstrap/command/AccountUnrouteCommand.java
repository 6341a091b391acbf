package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "unroute",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Takes the route with exactly these conditions away.",
        sortOptions = false,
        footer = {"", "Example:", "  quittance account unroute --app-id 3b24... --service payout --currency PHP"})
final class AccountUnrouteCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--app-id", required = true, paramLabel = "ID", description = "Whose orders they are.")
    private String appId;

    @Mixin
    private RouteOptions when = new RouteOptions();

    @Override
    public void run() {
        AccountPrint.on(
                spec,
                out -> out.routes(
                        "Taken away.", ServiceAccess.accounts(accounts -> accounts.unroute(appId, when.form()))));
    }
}
