package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppAccounts;
import io.quittance.bootstrap.management.AppAccounts.Routing;
import java.util.function.BiFunction;
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

    /** Prints the routes as they are after the question. */
    void print(String title, BiFunction<AppAccounts, String, Routing> question) {
        AccountPrint.on(
                spec, out -> out.routes(title, ServiceAccess.accounts(accounts -> question.apply(accounts, appId))));
    }
}
