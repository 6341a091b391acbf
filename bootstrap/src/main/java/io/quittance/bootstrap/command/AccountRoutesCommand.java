package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppAccounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "routes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows an app's routes; of those that fit an order the first counts.",
        sortOptions = false,
        footer = {"", "Example:", "  quittance account routes --app-id 3b24..."})
final class AccountRoutesCommand implements Runnable {
    @Mixin
    private NamedRoutes routes = new NamedRoutes();

    @Override
    public void run() {
        routes.print("", AppAccounts::routes);
    }
}
