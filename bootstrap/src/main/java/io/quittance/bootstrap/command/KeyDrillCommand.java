package io.quittance.bootstrap.command;

import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.KeyDrill;
import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.ManagementCall;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.management.RemoteApps;
import io.quittance.bootstrap.management.RemoteKeys;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Changes keys at a running service with the simulator while an app of its own goes on asking, and says at"
                    + " each step what it saw.",
            "Ends with 0 only if no request was refused meanwhile."
        },
        footer = {"", "Example:", "  quittance key drill --gateway --body"})
final class KeyDrillCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--gateway",
            description =
                    "Changes the gateway's own key as well, for good: all merchants of that service need the new one.")
    private boolean gateway;

    @Option(
            names = "--body",
            description = "Changes the body key as well, for good: the new one is put into this instance's key file,"
                    + " and all bodies are encrypted again.")
    private boolean body;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    private Set<String> besides() {
        return Stream.concat(
                        gateway ? Stream.of(Keys.GATEWAY) : Stream.empty(),
                        body ? Stream.of(Keys.BODY) : Stream.empty())
                .collect(Collectors.toSet());
    }

    @Override
    public void run() {
        Settings settings = service.settings();
        DemoFolder folder = new DemoFolder(settings.data());
        if (!folder.exists()) {
            throw new Trouble("There is no demo merchant in " + folder.path()
                    + " (expected: the folder of a service with the simulator, by --data or QUITTANCE_DATA).");
        }
        ManagementCall call = service.call();
        try (KeyDrill drill = new KeyDrill(
                settings.data(),
                service.publicPort(),
                ManagementToken.read(settings.data()),
                new RemoteApps(call),
                new RemoteKeys(call),
                spec.commandLine().getOut())) {
            drill.go(besides());
        }
    }
}
