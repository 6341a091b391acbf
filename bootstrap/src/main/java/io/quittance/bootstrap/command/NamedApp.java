package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppCard;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.AppsWire;
import io.quittance.domain.text.Bytes;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
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

    @Option(names = "--app-id", converter = Said.App.class, paramLabel = "ID", description = "The app's id.")
    private String option;

    @Parameters(
            converter = Said.App.class,
            arity = "0..1",
            paramLabel = "ID",
            description = "The same, without the option's name.")
    private String parameter;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    /** Prints the app as it is after the question. */
    void print(String title, BiFunction<Apps, String, AppCard> question) {
        String id = id();
        AppCard card = service.apps(apps -> question.apply(apps, id));
        print(() -> AppsWire.write(card), AppPrint.one(title, card));
    }

    /** Changes what is registered of it, and prints how that stands then. */
    void changed(String done, BiFunction<Apps, String, Apps.Changed> change) {
        String id = id();
        Apps.Changed outcome = service.apps(apps -> change.apply(apps, id));
        print(() -> AppsWire.write(outcome), AppPrint.one(outcome.changed() ? done : NOTHING, outcome.app()));
    }

    void print(Supplier<Bytes> answer, Consumer<Lines> lines) {
        printed.print(spec, answer, lines);
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
