package io.quittance.bootstrap.command;

import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.DemoRound;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.bootstrap.trouble.Trouble;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Sends a capture, two payouts and a payment link through the running service as the demo merchant, and"
                        + " shows each signed request, its answer and the notifications of its results.",
        footer = {"", "Example:", "  quittance serve        in one terminal", "  quittance demo         in another"})
final class DemoCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        Settings settings = service.settings();
        DemoFolder folder = new DemoFolder(settings.data());
        if (!folder.exists()) {
            throw new Trouble("There is no demo merchant in " + folder.path()
                    + " (expected: the folder of a service with the simulator, by --data or QUITTANCE_DATA;"
                    + " './quittance serve' begins one).");
        }
        Duration delay = settings.upstream() instanceof Upstream.Simulator(var wait, var _) ? wait : Duration.ZERO;
        try (DemoRound round = new DemoRound(
                folder.read(),
                service.publicPort(),
                ManagementToken.read(settings.data()),
                spec.commandLine().getOut(),
                delay)) {
            round.go();
        }
    }
}
