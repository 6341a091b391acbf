package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AccountsWire;
import io.quittance.bootstrap.management.AppAccounts;
import io.quittance.bootstrap.management.AppAccounts.RouteForm;
import io.quittance.bootstrap.management.AppAccounts.Routed;
import io.quittance.bootstrap.management.AppAccounts.Routing;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The routes of the app that a command names. */
final class NamedRoutes {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--app-id",
            converter = Said.App.class,
            required = true,
            paramLabel = "ID",
            description = "Whose orders they are.")
    private String appId;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    /** Sets a route, and prints all as they are then. */
    void set(String account, RouteForm when) {
        Routed routed = service.accounts(accounts -> accounts.route(appId, account, when));
        String title = routed.changed() ? "Set." : NamedApp.NOTHING;
        printed.print(spec, () -> AccountsWire.write(routed), AccountPrint.routes(title, routed.routing()));
    }

    /** Prints the routes as they are after the question. */
    void print(String title, BiFunction<AppAccounts, String, Routing> question) {
        Routing routing = service.accounts(accounts -> question.apply(accounts, appId));
        printed.print(spec, () -> AccountsWire.write(routing), AccountPrint.routes(title, routing));
    }
}
