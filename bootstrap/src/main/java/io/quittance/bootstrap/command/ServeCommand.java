package io.quittance.bootstrap.command;

import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.wiring.Instance;
import io.quittance.bootstrap.wiring.Release;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Starts the service and runs until it is interrupted.",
        footer = {
            "",
            "Examples:",
            "  quittance serve",
            "  QUITTANCE_PORT=8443 QUITTANCE_DATA=/var/lib/quittance quittance serve",
            "  QUITTANCE_DB_URL=jdbc:mysql://db:3306/quittance QUITTANCE_DB_USER=me \\",
            "      QUITTANCE_DB_PASSWORD=... quittance serve"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--restored",
            description = "The database is an older state than upstream has seen: what is open is asked for before"
                    + " anything is passed on. For the first start behind a restore by other means than"
                    + " 'quittance restore'.")
    private boolean restored;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = service.settings();
        Instance instance = restored ? Instance.startRestored(settings) : Instance.start(settings);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(instance::close));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Quittance " + Release.number() + " is up after " + sinceStart());
        instance.places().forEach((what, where) -> out.printf("  %-13s%s%n", what, where));
        out.flush();
        instance.awaitEnd();
        return 0;
    }

    /** From the start of the process, not of this method: that is how long the person waited. */
    private static String sinceStart() {
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return "%d.%d s".formatted(up.toSeconds(), up.toMillisPart() / 100);
    }
}
