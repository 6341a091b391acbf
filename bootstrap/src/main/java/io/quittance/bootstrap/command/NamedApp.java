package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppCard;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.Endpoints;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The app that a command is about, named by {@code --app-id ID} or just {@code ID}. */
final class NamedApp {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--app-id", paramLabel = "ID", description = "The app's id.")
    private String option;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The same, without the option's name.")
    private String parameter;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    /** Prints the app as it is after the question. */
    void print(String title, BiFunction<Apps, String, AppCard> question) {
        String id = id();
        AppPrint.on(spec, out -> out.one(title, service.apps(apps -> question.apply(apps, id))));
    }

    /** Holds or releases its endpoint, and prints how that stands then. */
    void change(String done, String nothing, BiFunction<Endpoints, String, Endpoints.Outcome> change) {
        String id = id();
        EndpointPrint.on(
                spec, out -> out.changed(done, nothing, service.endpoints(endpoints -> change.apply(endpoints, id))));
    }

    ServiceAccess service() {
        return service;
    }

    String id() {
        if ((option == null) == (parameter == null)) {
            throw new ParameterException(spec.commandLine(), "Which app? (expected: --app-id ID, once)");
        }
        return option == null ? parameter : option;
    }
}
