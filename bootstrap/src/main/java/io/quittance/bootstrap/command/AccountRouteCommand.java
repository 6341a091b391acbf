package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says which account new orders take that fit; without a condition, all that no other route fits.",
        sortOptions = false,
        footer = {"", "Example:", "  quittance account route --app-id 3b24... --account 2 --currency PHP"})
final class AccountRouteCommand implements Runnable {
    @Mixin
    private NamedRoutes routes = new NamedRoutes();

    @Option(
            names = "--account",
            converter = Said.Ordinal.class,
            required = true,
            paramLabel = "NO",
            description = "The account, by its number.")
    private String account;

    @Mixin
    private RouteOptions when = new RouteOptions();

    @Override
    public void run() {
        routes.set(account, when.form());
    }
}
