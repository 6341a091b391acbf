package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppCard;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.Endpoints;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The app that a command is about, named by {@code --app-id ID} or just {@code ID}. */
final class NamedApp {
    static final String NOTHING = "Nothing changed: it is so already.";

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--app-id", paramLabel = "ID", description = "The app's id.")
    private String option;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The same, without the option's name.")
    private String parameter;

    /** Prints the app as it is after the question. */
    void print(String title, BiFunction<Apps, String, AppCard> question) {
        String id = id();
        AppPrint.on(spec, out -> out.one(title, ServiceAccess.apps(apps -> question.apply(apps, id))));
    }

    /** Changes what is registered of it, and prints how that stands then. */
    void changed(String done, BiFunction<Apps, String, Apps.Changed> change) {
        String id = id();
        AppPrint.on(spec, out -> {
            Apps.Changed outcome = ServiceAccess.apps(apps -> change.apply(apps, id));
            out.one(outcome.changed() ? done : NOTHING, outcome.app());
        });
    }

    /** Holds or releases its endpoint, and prints how that stands then. */
    void change(String done, String nothing, BiFunction<Endpoints, String, Endpoints.Outcome> change) {
        String id = id();
        EndpointPrint.on(
                spec,
                out -> out.changed(done, nothing, ServiceAccess.endpoints(endpoints -> change.apply(endpoints, id))));
    }

    String id() {
        if ((option == null) == (parameter == null)) {
            throw new ParameterException(spec.commandLine(), "Which app? (expected: --app-id ID, once)");
        }
        return option == null ? parameter : option;
    }
}
