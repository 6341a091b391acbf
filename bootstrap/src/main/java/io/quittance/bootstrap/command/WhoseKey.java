package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.Whose;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Whose keys a command is about. */
final class WhoseKey {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"--app-id", "--app"},
            paramLabel = "ID",
            description = "What that app signs with.")
    private String app;

    @Option(
            names = "--account",
            paramLabel = "NO",
            description = "What is signed with at that account, by the acquirer and by us.")
    private String account;

    /** Empty if it is not said. @throws ParameterException if two are named */
    Optional<Whose> ifSaid() {
        if (app != null && account != null) {
            throw new ParameterException(spec.commandLine(), "Whose key? (expected: --app-id or --account)");
        }
        return Stream.of(
                        Optional.ofNullable(app).map(id -> new Whose(Keys.APP, Optional.of(id))),
                        Optional.ofNullable(account).map(no -> new Whose(Keys.ACCOUNT, Optional.of(no))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Whose said() {
        return ifSaid().orElseThrow(() ->
                new ParameterException(spec.commandLine(), "Whose key? (expected: --app-id ID or --account NO)"));
    }
}
