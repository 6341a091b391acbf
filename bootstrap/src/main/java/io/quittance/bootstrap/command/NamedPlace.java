package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Endpoints;
import io.quittance.bootstrap.management.Endpoints.Outcome;
import io.quittance.bootstrap.management.Endpoints.Which;
import io.quittance.bootstrap.management.EndpointsWire;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.text.Bytes;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The endpoint that a command is about: of which app, and which of its several. */
final class NamedPlace {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private NamedApp app;

    @Option(
            names = "--name",
            converter = Said.EndpointName.class,
            paramLabel = "NAME",
            defaultValue = "registered",
            description = "Which of the app's endpoints; by default its registered address.")
    private String name;

    Which which() {
        return new Which(app.id(), name);
    }

    /** @throws ParameterException if it is the registered address, which is no endpoint of its own */
    void mustBeFurther() {
        if (name.equals(Endpoint.REGISTERED)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which endpoint? (expected: --name NAME, another one than '" + Endpoint.REGISTERED
                            + "', which is the registered address: see 'quittance app set')");
        }
    }

    <T> T ask(BiFunction<Endpoints, Which, T> question) {
        Which which = which();
        return app.service().endpoints(endpoints -> question.apply(endpoints, which));
    }

    /** Changes something about it, and prints how it stands then. */
    void change(String done, String nothing, BiFunction<Endpoints, Which, Outcome> change) {
        Outcome outcome = ask(change);
        print(() -> EndpointsWire.write(outcome), EndpointPrint.changed(done, nothing, outcome));
    }

    void print(Supplier<Bytes> answer, Consumer<Lines> lines) {
        app.print(answer, lines);
    }
}
