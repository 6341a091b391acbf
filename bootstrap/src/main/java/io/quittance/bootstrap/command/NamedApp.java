package io.quittance.bootstrap.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which app a command is about, as {@code --app-id ID} or just {@code ID}. */
final class AppIdOption {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--app-id", paramLabel = "ID", description = "The app's id.")
    private String option;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The same, without the option's name.")
    private String parameter;

    String value() {
        if ((option == null) == (parameter == null)) {
            throw new ParameterException(spec.commandLine(), "Which app? (expected: --app-id ID, once)");
        }
        return option == null ? parameter : option;
    }
}
