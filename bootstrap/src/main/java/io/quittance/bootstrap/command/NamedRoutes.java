package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AccountsWire;
import io.quittance.bootstrap.management.AppAccounts;
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

    @Option(names = "--app-id", required = true, paramLabel = "ID", description = "Whose orders they are.")
    private String appId;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    /** Prints the routes as they are after the question. */
    void print(String title, BiFunction<AppAccounts, String, Routing> question) {
        Routing routing = service.accounts(accounts -> question.apply(accounts, appId));
        printed.print(spec, () -> AccountsWire.write(routing), AccountPrint.routes(title, routing));
    }
}
