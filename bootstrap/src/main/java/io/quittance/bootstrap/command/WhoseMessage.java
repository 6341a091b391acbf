package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.DiscrepancyCases.Whose;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose a message is that is kept as nobody's. */
final class WhoseMessage {
    @Option(
            names = "--app-id",
            converter = Said.App.class,
            paramLabel = "ID",
            description = "Whose it is, where nobody could tell; for adopting it.")
    private String appId;

    @Option(
            names = "--account",
            converter = Said.Ordinal.class,
            paramLabel = "NUMBER",
            description = "Which account told it, where several may have; for adopting it.")
    private String account;

    Whose said() {
        return new Whose(Optional.ofNullable(appId), Optional.ofNullable(account));
    }
}
