package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "unroute",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Takes the route with exactly these conditions away.",
        sortOptions = false,
        footer = {"", "Example:", "  quittance account unroute --app-id 3b24... --service payout --currency PHP"})
final class AccountUnrouteCommand implements Runnable {
    @Mixin
    private NamedRoutes routes = new NamedRoutes();

    @Mixin
    private RouteOptions when = new RouteOptions();

    @Override
    public void run() {
        routes.print("Taken away.", (accounts, app) -> accounts.unroute(app, when.form()));
    }
}
