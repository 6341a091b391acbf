package io.quittance.bootstrap.command;

import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.wiring.Carrying;
import io.quittance.domain.text.Counted;
import io.quittance.persistence.database.DatabaseSettings;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Carries all from the embedded database of the data folder to a MySQL or MariaDB that holds nothing. Stop"
                + " the service first, and start it with QUITTANCE_DB_URL behind it. The old files stay as they are."
        },
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  QUITTANCE_DB_USER=me QUITTANCE_DB_PASSWORD=... quittance move \\",
            "      --to jdbc:mysql://db:3306/quittance"
        })
final class MoveCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            converter = Said.ServerUrl.class,
            required = true,
            paramLabel = "URL",
            description = "As QUITTANCE_DB_URL; the user is QUITTANCE_DB_USER, unless the URL names one.")
    private String to;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        Settings settings = service.embedded();
        ServiceAccess.refuseRunning(settings);
        DatabaseSettings target =
                new DatabaseSettings(to, variable("QUITTANCE_DB_USER"), variable("QUITTANCE_DB_PASSWORD"));
        long rows = Carrying.move(settings, target);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Moved " + Counted.of(rows, "row") + " to " + target.where() + ".");
        out.println(
                "Start the service with QUITTANCE_DB_URL naming it and the same data folder, which holds the keys.");
        out.flush();
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }
}
