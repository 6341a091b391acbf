package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says which account new orders take that fit; without a condition, all that no other route fits.",
        sortOptions = false,
        footer = {"", "Example:", "  quittance account route --app-id 3b24... --account 2 --currency PHP"})
final class AccountRouteCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--app-id", required = true, paramLabel = "ID", description = "Whose orders they are.")
    private String appId;

    @Option(names = "--account", required = true, paramLabel = "NO", description = "The account, by its number.")
    private String account;

    @Mixin
    private RouteOptions when = new RouteOptions();

    @Override
    public void run() {
        AccountPrint.on(
                spec,
                out -> out.routes(
                        "Set.", ServiceAccess.accounts(accounts -> accounts.route(appId, account, when.form()))));
    }
}
