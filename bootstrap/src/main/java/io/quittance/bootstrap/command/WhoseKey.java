package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.Whose;
import java.util.List;
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
            converter = Said.App.class,
            paramLabel = "ID",
            description = "What that app signs with.")
    private String app;

    @Option(
            names = "--account",
            converter = Said.Ordinal.class,
            paramLabel = "NO",
            description = "What is signed with at that account, by the acquirer and by us.")
    private String account;

    @Option(names = "--gateway", description = "What the gateway signs with to merchants.")
    private boolean gateway;

    @Option(names = "--body", description = "What stored bodies are encrypted with.")
    private boolean body;

    /** Empty if it is not said. @throws ParameterException if several are named */
    Optional<Whose> ifSaid() {
        List<Whose> said = Stream.of(
                        Optional.ofNullable(app).map(id -> new Whose(Keys.APP, Optional.of(id))),
                        Optional.ofNullable(account).map(no -> new Whose(Keys.ACCOUNT, Optional.of(no))),
                        once(gateway, Keys.GATEWAY),
                        once(body, Keys.BODY))
                .flatMap(Optional::stream)
                .toList();
        if (said.size() > 1) {
            throw whose();
        }
        return said.stream().findFirst();
    }

    private static Optional<Whose> once(boolean said, String kind) {
        return said ? Optional.of(new Whose(kind, Optional.empty())) : Optional.empty();
    }

    Whose said() {
        return ifSaid().orElseThrow(this::whose);
    }

    private ParameterException whose() {
        return misused("Whose key? (expected: --app-id ID, --account NO, --gateway or --body)");
    }

    ParameterException misused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
